import {day, time} from '../../app/format.js';

const MINUTE_MS = 60_000;

/** Time frames of bars: their name, length in milliseconds, how many are read, and how a bar's time is told. */
export const TIMEFRAMES = {
  '1min': {title: '1 min', ms: MINUTE_MS, limit: 1000, tell: ms => time(ms).slice(0, 5), isIntraday: true},
  '5min': {title: '5 min', ms: 5 * MINUTE_MS, limit: 600, tell: ms => time(ms).slice(0, 5), isIntraday: true},
  hourly: {title: '1 h', ms: 60 * MINUTE_MS, limit: 500, tell: ms => `${day(ms).slice(5)} ${time(ms).slice(0, 5)}`, isIntraday: true},
  // A day's bar bears midnight UTC of its date.
  daily: {title: '1 day', ms: 1440 * MINUTE_MS, limit: 1000, tell: ms => new Date(ms).toISOString().slice(0, 10), isIntraday: false},
};
