import {several, whole} from '../format.js';
import {say} from './event-row.js';

const BEGINS = {PRE: ' since 04:00', REGULAR: ' since 09:30'};

/** Writes why a list is empty and what to do about it. */
export function sayEmpty(element, {universes, filter, book, marketSession}, {noun, tracker}) {
  const {[tracker]: watched = [], market, highlow, symbol_count: symbols} = universes ?? {};
  if (watched.length === 0) {
    say(element, `You watch no universe for ${noun} –`, 'universes', 'choose one');
  } else if (filter) {
    say(element, `No ${noun} of symbols that begin with ${filter} –`, 'search', 'clear the search');
  } else if (book.cursor) {
    // The server counts the union of both trackers; it is this list's own universe only when both are the same.
    const size = String(market) === String(highlow) ? ` of ${several(symbols, 'symbol')}` : '';
    say(element, `No ${noun} yet in your universe${size}${BEGINS[marketSession] ?? ''} –`, 'universes', 'widen it');
  } else {
    say(element, `Waiting for the first ${noun}…`);
  }
}

/** The last line of a list: how many more there are, and the way to them. */
export function endOf(store, {name}, loading) {
  const {size, dropped} = store.book.lists.get(name);
  if (loading) {
    return {text: 'Reading the log…', action: ''};
  }
  if (store.book.reach(name) === 0) {
    return {text: `${several(size, 'row')}; the log holds nothing earlier`, action: ''};
  }
  return {text: `${several(size, 'row')} here, ${dropped > 0 ? `${whole(dropped)} more` : 'earlier ones'} in the log –`, action: 'load them'};
}

/** The number in the head of a list: the session's for highs and lows, else what came in. */
export function headCount({counts, book}, {name}) {
  const {size, dropped} = book.lists.get(name);
  return whole(counts?.[`total_${name}`] ?? size + dropped);
}
