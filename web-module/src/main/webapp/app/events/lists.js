/** The six lists of the dashboard, in the order they are drawn. @type {readonly ListSpec[]} */
export const LISTS = Object.freeze([
  {name: 'lows', title: 'Lows', noun: 'lows', side: 'down', pair: 'highlow', tracker: 'highlow'},
  {name: 'highs', title: 'Highs', noun: 'highs', side: 'up', pair: 'highlow', tracker: 'highlow'},
  {name: 'downtrends', title: 'Downtrend', noun: 'downtrends', side: 'down', pair: 'trend', tracker: 'market'},
  {name: 'uptrends', title: 'Uptrend', noun: 'uptrends', side: 'up', pair: 'trend', tracker: 'market'},
  {name: 'surges-down', title: 'Surges ↓', noun: 'falling surges', side: 'down', pair: 'surge', tracker: 'market'},
  {name: 'surges-up', title: 'Surges ↑', noun: 'rising surges', side: 'up', pair: 'surge', tracker: 'market'},
]);

/** Titles of the pairs, for a screen with room for one. */
export const PAIRS = Object.freeze({highlow: 'Highs & lows', trend: 'Trends', surge: 'Surges'});

/** Titles of the market sessions. */
export const SESSIONS = Object.freeze(
    {PRE: 'Pre-market', REGULAR: 'Regular', AFTER: 'After-hours', CLOSED: 'Closed'});

/** Name of the list an event belongs to; undefined for a type this page does not know. */
export function listOf({type, direction}) {
  switch (type) {
    case 'high': return 'highs';
    case 'low': return 'lows';
    case 'trend': return `${direction}trends`;
    case 'surge': return `surges-${direction}`;
    default: return undefined;
  }
}

/** Every event of a stock_data frame, in log order. */
export const eventsOf = ({highs, lows, trending, surging}) =>
  [highs, lows, trending.up, trending.down, surging.up, surging.down].flat().sort((a, b) => a.offset - b.offset);
