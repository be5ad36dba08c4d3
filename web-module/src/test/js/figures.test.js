import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  CLOSED_COLUMNS, CONNECTION_COLUMNS, TYPES, closedRows, connectionRows, flowCell, journalRows, queueRows, stageRows, tickRows, totalRows,
  verdict,
} from '../../main/webapp/admin/figures.js';
import {sample} from './samples.js';

const cellsOf = (rows, name) => rows.find(row => row.name === name).cells;
const textOf = (rows, label) => rows.find(([name]) => name === label)[1].text;

test('shows every stage of the documented ledger, in all and by type', () => {
  const rows = stageRows(sample('pipeline'), null, 0);

  assert.deepEqual(rows.map(({name}) => name), ['feed', 'detect', 'prioritize', 'work', 'collect', 'emit']);
  assert.ok(rows.every(({balanced, cells}) => balanced && cells.length === 5 + TYPES.length));
  const prioritize = cellsOf(rows, 'prioritize');
  assert.deepEqual(prioritize.slice(0, 4).map(({text}) => text), ['816', '812', '4', '0']);
  assert.deepEqual(prioritize[5 + TYPES.indexOf('trend')],
      {text: '120', note: '4 shed', level: 'caution', title: 'in 124, out 120, 4 shed'});
  assert.equal(cellsOf(rows, 'emit')[5 + TYPES.indexOf('pressure')].text, '');
});

test('knows every type that the documented ledger has', () => {
  const types = new Set(sample('pipeline').stages.flatMap(stage => Object.keys(stage.types)));

  assert.deepEqual([...types].sort(), [...TYPES].sort());
});

test('tells how much goes through a stage in a second, once it has looked twice', () => {
  const before = sample('pipeline');
  const now = sample('pipeline');
  now.stages[0].out += 3000;

  assert.equal(cellsOf(stageRows(now, null, 0), 'feed')[4].text, '–');
  assert.equal(cellsOf(stageRows(now, before, 2), 'feed')[4].text, '1500');
});

test('calls a type that gave more than it got bad', () => {
  assert.equal(flowCell({in: 5, out: 6, refused: {}, in_flight: -1}).level, 'bad');
  assert.equal(flowCell({in: 5, out: 4, refused: {}, in_flight: 1}).note, '1 in flight');
});

test('says balanced, or what is not', () => {
  const pipeline = sample('pipeline');
  const connections = sample('connections');
  assert.deepEqual(verdict(pipeline, connections), {level: 'good', text: 'balanced'});

  pipeline.stages[4].balanced = false;
  connections.connections[0].ledger.balanced = false;

  assert.deepEqual(verdict(pipeline, connections), {level: 'bad', text: 'does not balance: collect 1 connection'});
});

test('shows queues, journal and ticks by the names of the protocol', () => {
  const pipeline = sample('pipeline');

  assert.equal(textOf(queueRows(pipeline), 'P2 EXTREME'), '0');
  assert.equal(textOf(journalRows(pipeline), 'lag'), '0 events');
  assert.deepEqual(tickRows(pipeline).map(([name]) => name).slice(0, 2), ['Form T', 'odd lot']);
  pipeline.journal = {...pipeline.journal, healthy: false, trouble: 'connection refused', lost: 3};
  assert.deepEqual(journalRows(pipeline)[0][1], {text: 'degraded', level: 'caution', note: 'connection refused'});
  assert.equal(journalRows(pipeline).at(-1)[1].level, 'bad');
});

test('shows a connection, how far its client is, and all of them in sum', () => {
  const connections = sample('connections');
  connections.connections[0].ledger.acknowledged = 58;

  const [row] = connectionRows(connections);

  assert.equal(row.length, CONNECTION_COLUMNS.length);
  assert.deepEqual(row[CONNECTION_COLUMNS.indexOf('acknowledged')], {text: '58', level: '', note: '2 to come'});
  assert.equal(row[CONNECTION_COLUMNS.indexOf('ack took')].text, '11 ms');
  assert.equal(textOf(totalRows(connections), 'sent'), '60');
});

test('puts a connection in trouble first and says where it is', () => {
  const connections = sample('connections');
  const [well] = connections.connections;
  const slow = {...well, connection_id: 'c-18', opened_ms: 1, ledger: {...well.ledger, waiting: 5000, in_flight: 3, skipped_cycles: 9}};
  connections.connections.push(slow);

  const [first] = connectionRows(connections);

  assert.equal(first[1].text, 'c-18');
  assert.equal(first[CONNECTION_COLUMNS.indexOf('waiting')].level, 'caution');
  assert.equal(first[CONNECTION_COLUMNS.indexOf('skipped cycles')].level, 'caution');
});

test('says never of a client that never acknowledged, which is no trouble', () => {
  const connections = sample('connections');
  Object.assign(connections.connections[0].ledger, {acknowledged: 0, ack_ms: null, ack_offset: null, ack_latency_ms: null});

  const [row] = connectionRows(connections);

  assert.deepEqual(row[CONNECTION_COLUMNS.indexOf('acknowledged')], {text: 'never', level: 'quiet'});
  assert.equal(row[CONNECTION_COLUMNS.indexOf('ack took')].text, '–');
});

test('shows how a connection ended', () => {
  const [row] = closedRows(sample('connections'));

  assert.equal(row.length, CLOSED_COLUMNS.length);
  assert.deepEqual(row[CLOSED_COLUMNS.indexOf('code')], {text: '4008', level: 'caution'});
  assert.equal(row[CLOSED_COLUMNS.indexOf('reason')].text, 'no frame was taken for 30 s');
});
