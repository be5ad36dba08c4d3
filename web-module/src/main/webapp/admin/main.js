/** The operations page: asks the server every second and draws what it says. */
import {make} from '../app/dom.js';
import {age, time, whole} from '../app/format.js';
import {
  CLOSED_COLUMNS, CONNECTION_COLUMNS, SHOWN, TYPES, closedRows, connectionRows, journalRows, queueRows, stageRows, tickRows, totalRows,
  verdict,
} from './figures.js';
import {ask, fill} from './page.js';

const EVERY_MS = 1000;
const at = id => document.getElementById(id);
let before = null;
let beforeMs = 0;
let answeredMs = 0;

look();

async function look() {
  if (!document.hidden) {
    try {
      const [pipeline, connections, ready] = await Promise.all([
        ask('../api/pipeline'), ask('../api/connections'), ask('../ready', [200, 503])]);
      draw(pipeline, connections, ready);
    } catch ({message}) {
      fail(message);
    }
  }
  setTimeout(look, EVERY_MS);
}

function draw(pipeline, connections, ready) {
  const nowMs = connections.server_time_ms;
  badge(verdict(pipeline, connections));
  at('checks').replaceChildren(...ready.checks.map(({name, status, data}) =>
    Object.assign(make('span', `check ${status === 'UP' ? '' : 'caution'}`, `${name} ${status.toLowerCase()}`), {title: data.detail})));
  const {provider, state, detail} = pipeline.feed;
  at('feed').textContent = `${provider}, ${state}`;
  at('feed').title = detail;
  at('asof').textContent = `as of ${time(nowMs)} ET`;
  const heads = ['stage', '', 'in', 'out', 'refused', 'in flight', 'out/s', ...TYPES.map(type => type.replace('_', ' '))];
  table('ledger', heads, stageRows(pipeline, before, (nowMs - beforeMs) / 1000).map(({name, balanced, cells}) =>
    [{text: name}, {text: balanced ? '✓' : '✗', level: balanced ? 'good' : 'bad', title: balanced ? 'balanced' : 'does not balance'}, ...cells]));
  for (const [id, rows] of [['queues', queueRows(pipeline)], ['journal', journalRows(pipeline)], ['total', totalRows(connections)],
    ['ticks', tickRows(pipeline)]]) {
    table(id, null, rows.map(([label, cell]) => [{text: label}, cell]));
  }
  const {length} = connections.connections;
  at('shown').textContent = length > SHOWN ? `${SHOWN} of ${whole(length)}, those in trouble first` : 'those in trouble first';
  table('connections', CONNECTION_COLUMNS, connectionRows(connections), 'Nobody is connected.');
  table('closed', CLOSED_COLUMNS, closedRows(connections), 'No connection has closed yet.');
  [before, beforeMs, answeredMs] = [pipeline, nowMs, Date.now()];
}

/** What is on the page is old: it must look so. */
function fail(message) {
  badge({level: 'bad', text: message});
  at('asof').textContent = answeredMs > 0 ? `figures are ${age(Date.now() - answeredMs)} old` : '';
  document.body.classList.add('old');
}

function badge({level, text}) {
  document.body.classList.remove('old');
  Object.assign(at('verdict'), {className: `badge ${level}`, textContent: text});
}

const table = (id, heads, rows, none) => fill(at(id), heads, rows, none);
