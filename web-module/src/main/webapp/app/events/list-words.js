import {several, whole} from '../format.js';
import {say} from './event-row.js';

const BEGINS = {PRE: ' since 04:00', REGULAR: ' since 09:30'};

/** Writes why a list is empty and what to do about it. */
export function sayEmpty(element, {universes, filter, book, marketSession}, {noun, pair}) {
  const {market, highlow} = universes ?? {};
  if ((pair === 'highlow' ? highlow : market)?.length === 0) {
    say(element, `You watch no universe for ${noun} –`, 'universes', 'choose one');
  } else if (filter) {
    say(element, `No ${noun} of symbols that begin with ${filter} –`, 'search', 'clear the search');
  } else if (book.cursor) {
    say(element, `No ${noun} yet in your universe${BEGINS[marketSession] ?? ''} –`, 'universes', 'widen it');
  } else {
    say(element, `Waiting for the first ${noun}…`);
  }
}

/** The last line of a list: how many more, and the way to them. */
export function endOf({book}, {name}) {
  const {size, loading} = book.lists.get(name);
  const ended = book.reach(name) === 0;
  const more = ended ? 'the log holds nothing earlier' : 'more in the log –';
  return {text: loading ? 'Reading the log…' : `${several(size, 'row')} here, ${more}`, action: loading || ended ? '' : 'load them'};
}

/** The number in the head: the session's for highs and lows, else what came in. */
export function headCount({counts, book}, {name}) {
  const {size, dropped} = book.lists.get(name);
  return whole(counts?.[`total_${name}`] ?? size + dropped);
}
