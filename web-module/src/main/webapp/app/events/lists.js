/** The six lists of the dashboard, in the order they are drawn. @type {readonly ListSpec[]} */
export const LISTS = [
  {name: 'lows', title: 'Lows', noun: 'lows', side: 'down', pair: 'highlow'},
  {name: 'highs', title: 'Highs', noun: 'highs', side: 'up', pair: 'highlow'},
  {name: 'downtrends', title: 'Downtrend', noun: 'downtrends', side: 'down', pair: 'trend'},
  {name: 'uptrends', title: 'Uptrend', noun: 'uptrends', side: 'up', pair: 'trend'},
  {name: 'surges-down', title: 'Surges ↓', noun: 'falling surges', side: 'down', pair: 'surge'},
  {name: 'surges-up', title: 'Surges ↑', noun: 'rising surges', side: 'up', pair: 'surge'},
];

export const PAIRS = {highlow: 'Highs & lows', trend: 'Trends', surge: 'Surges'};

export const SESSIONS = {PRE: 'Pre-market', REGULAR: 'Regular', AFTER: 'After-hours', CLOSED: 'Closed'};

/** Name of the list an event belongs to; undefined for an unknown type. */
export const listOf = ({type, direction}) =>
  ({high: 'highs', low: 'lows', trend: `${direction}trends`, surge: `surges-${direction}`})[type];

/** Every event of a stock_data frame, in log order. */
export const eventsOf = ({highs, lows, trending, surging, revised}) =>
  [highs, lows, trending.up, trending.down, surging.up, surging.down, revised].flat().sort((a, b) => a.offset - b.offset);
