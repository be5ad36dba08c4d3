import {age, time} from '../format.js';

const LIVE_MS = 3000;
const STALE_MS = 15_000;
/** The server reports every 2 s; what it said holds until the next report is overdue. */
const REPORT_MS = 2500;

const TROUBLE = {
  connecting: ', feed connecting', degraded: ', feed interrupted', failed: ', feed failed', idle: ', feed not started',
};

/** How old the newest trade is, in a phrase. @returns {Freshness} */
export function freshness({connection, status, statusAtMs}, nowMs) {
  const sinceReport = status ? nowMs - statusAtMs : 0;
  const ms = (status?.freshness_ms ?? 0) + (sinceReport > REPORT_MS ? sinceReport : 0);
  const stale = ms > STALE_MS || status?.feed_state === 'finished';
  const [level, text] = phrase(connection, status, ms);
  return {level: stale && level !== 'lost' ? 'stale' : level, text, stale};
}

function phrase({state, sinceMs, attempt}, status, ms) {
  if (state === 'lost') {
    return ['lost', `disconnected since ${time(sinceMs)}, try ${attempt}`];
  }
  if (!status) {
    return ['wait', 'connecting'];
  }
  const trouble = TROUBLE[status.feed_state] ?? '';
  if (status.freshness_ms === null) {
    return [trouble ? 'stale' : 'wait', `no trade yet${trouble}`];
  }
  if (status.feed_state === 'finished') {
    return ['stale', `tape ended at ${time(status.feed_time_ms)}`];
  }
  if (ms > STALE_MS) {
    return ['stale', status.market_session === 'CLOSED' ? `market closed, last trade ${time(status.feed_time_ms)}`
      : `stale ${age(ms)}${trouble}`];
  }
  return ms < LIVE_MS ? [trouble ? 'behind' : 'live', `live ${age(ms)}${trouble}`]
    : ['behind', `behind ${Math.floor(ms / 1000)} s${trouble}`];
}
