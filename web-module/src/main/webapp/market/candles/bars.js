/** Bars as the chart draws them. Pure. */

/** A day's prices on the scale of its adjusted close, so that a split is no crash. @param {Bar} bar */
export function adjusted(bar) {
  const factor = bar.adj_close && bar.close ? bar.adj_close / bar.close : 1;
  return factor === 1 ? bar : {...bar, open: bar.open * factor, high: bar.high * factor, low: bar.low * factor, close: bar.adj_close};
}

/** Newer bars in place of the same ones and after them; never more than so many. */
export function merged(bars, newer, limit) {
  const first = newer[0]?.ts_ms ?? Infinity;
  return [...bars.filter(({ts_ms: ms}) => ms < first), ...newer].slice(-limit);
}

/** The mean of the last n closes at each bar; null before there are n. */
export function means(bars, n) {
  let sum = 0;
  return bars.map(({close}, at) => {
    sum += close - (at >= n ? bars[at - n].close : 0);
    return at >= n - 1 ? sum / n : null;
  });
}

/** Runs of bars outside the regular session, as pairs of indexes. */
export function extendedHours(bars) {
  const runs = [];
  bars.forEach(({session}, at) => {
    const run = runs.at(-1);
    if (session === 'REGULAR') {
      return;
    }
    if (run?.[1] === at - 1) {
      run[1] = at;
    } else {
      runs.push([at, at]);
    }
  });
  return runs;
}

/**
 * Which events lie on which bar: one mark for all of a kind and direction.
 * @param {MarketEvent[]} events @param {number} lengthMs of a bar
 * @returns {{at: number, type: string, direction: string, events: MarketEvent[]}[]}
 */
export function marks(events, bars, lengthMs) {
  const indexes = new Map(bars.map(({ts_ms: ms}, at) => [ms, at]));
  const found = new Map();
  for (const event of events) {
    const at = indexes.get(Math.floor(event.ts_ms / lengthMs) * lengthMs);
    if (at === undefined || event.type === 'event_revised') {
      continue;
    }
    const key = `${at} ${event.type} ${event.direction}`;
    const mark = found.get(key) ?? {at, type: event.type, direction: event.direction, events: []};
    mark.events.push(event);
    found.set(key, mark);
  }
  return [...found.values()];
}
