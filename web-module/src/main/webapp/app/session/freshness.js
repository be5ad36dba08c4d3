import {age, time} from '../format.js';

const LIVE_MS = 3000;
const STALE_MS = 15_000;
/** The server reports every 2 s; what it said holds until the next report is overdue. */
const REPORT_MS = 2500;

/** How old the newest trade is, in a phrase. @returns {Freshness} */
export function freshness({connection, status, statusAtMs}, nowMs) {
  const sinceReport = status ? nowMs - statusAtMs : 0;
  const known = status && status.freshness_ms !== null;
  const ms = known ? status.freshness_ms + (sinceReport > REPORT_MS ? sinceReport : 0) : Infinity;
  const stale = Boolean(status) && ms > STALE_MS;
  if (connection.state === 'lost') {
    const text = `disconnected since ${time(connection.sinceMs)}, try ${connection.attempt}`;
    return {level: 'lost', text, stale: stale || sinceReport > STALE_MS};
  }
  if (!status) {
    return {level: 'wait', text: 'connecting', stale: false};
  }
  const trouble = TROUBLE[status.feed_state] ?? '';
  if (!known) {
    return {level: trouble ? 'stale' : 'wait', text: `no trade yet${trouble}`, stale: false};
  }
  if (status.feed_state === 'finished') {
    return {level: 'stale', text: `tape ended at ${time(status.feed_time_ms)}`, stale: true};
  }
  if (stale && status.market_session === 'CLOSED') {
    return {level: 'stale', text: `market closed, last trade ${time(status.feed_time_ms)}`, stale};
  }
  if (stale) {
    return {level: 'stale', text: `stale ${age(ms)}${trouble}`, stale};
  }
  return ms < LIVE_MS
    ? {level: trouble ? 'behind' : 'live', text: `live ${age(ms)}${trouble}`, stale}
    : {level: 'behind', text: `behind ${Math.floor(ms / 1000)} s${trouble}`, stale};
}

const TROUBLE = {
  connecting: ', feed connecting', degraded: ', feed interrupted', failed: ', feed failed', idle: ', feed not started',
};
