import {make} from '../dom.js';
import {multiple, percent, price, several, signed, time, volume} from '../format.js';
import {fate} from '../symbol/why.js';
import {SESSIONS} from './lists.js';

const MARKS = {
  'V-bottom': 'V', 'V-top': 'Λ', 'W-bottom': 'W', 'M-top': 'M', 'up-now-down': '↘', 'down-now-up': '↗',
};
const ACTIONS = {open: 'load them', failed: 'try again'};

/** Makes the element of a row. */
export function rowElement(row, spec) {
  const element = make('div', `row row-${row.kind}`);
  if (row.event) {
    fillEvent(element, row, spec);
  } else {
    fillMark(element, row);
  }
  return element;
}

/** Brings a row that is no event up to date. */
export function fillMark(element, row) {
  say(element, row.text ?? sentence(row), row.gap ? 'fill' : 'older', row.action ?? ACTIONS[row.gap?.state]);
}

/** Writes a sentence and its next step, but only what is new: a button must not go while someone presses it. */
export function say(element, text, act, action) {
  if (element.dataset.text !== text) {
    element.dataset.text = text;
    const button = make('button', 'link', action ?? '');
    button.dataset.act = act;
    element.replaceChildren(make('span', 'row-text', text, ...action ? [' ', button] : []));
  }
}

function sentence({kind, session, trade_date: date, gap}) {
  if (kind === 'session') {
    return `${SESSIONS[session]} session of ${date}; below is the session before`;
  }
  if (kind === 'restart') {
    return 'The server restarted; below is its run before';
  }
  const {from, to, sinceMs, untilMs, state} = gap;
  const between = sinceMs && untilMs ? ` between ${time(sinceMs)} and ${time(untilMs)}` : '';
  const end = {
    open: 'were not received –', loading: 'are being loaded…', failed: 'could not be loaded –',
    lost: 'were not received, and the log has lost them',
  }[state];
  return `${several(to - from + 1, 'event')}${between} ${end}`;
}

function fillEvent(element, {event, revision}, {side}) {
  const status = revision?.status;
  const text = {
    time: time(event.ts_ms), symbol: event.symbol, count: `#${event[`count_${side}`]}`, mark: MARKS[event.reversal] ?? '',
    note: status === 'revised' ? make('s', '', price(revision.was_price)) : status ?? note(event),
    volume: volume(event.volume), vwap: percent(event.vwap_divergence), price: price(event.price),
    percent: percent(event.percent_change),
  };
  for (const [name, value] of Object.entries(text)) {
    element.append(make('span', `cell ${name}`, ...[value].flat()));
  }
  element.className += ` ${{'+': 'rising', '−': 'falling'}[text.percent[0]] ?? ''} ${status ?? ''}`;
  element.role = 'option';
  element.title = fate(revision);
  element.ariaLabel = [event.symbol, text.price, text.percent, event.label, event.reversal, text.time, element.title]
      .filter(Boolean).join(', ');
}

/** What is special: the flags of a high or low, the strength of a trend, the multiplier of a surge. */
function note({type, strength, score, volume_multiplier: times, trigger_type: trigger, trend_flag: trend, surge_flag: surge}) {
  switch (type) {
    case 'trend': return [make('i', `strength ${strength}`), signed(score)];
    case 'surge': return [make('b', 'times', multiple(times)), ` ${trigger.replace('_and_volume', ' + vol')}`];
    default: return [flag('T', trend), flag('S', surge)];
  }
}

const flag = (letter, way) => make('i', `flag ${way ?? ''}`, way ? letter + (way === 'up' ? '▲' : '▼') : '');
