const ZONE = 'America/New_York';
const START_MS = 4 * 3600_000;
const LENGTH_MS = 16 * 3600_000;
const parts = new Intl.DateTimeFormat('en-GB', {timeZone: ZONE, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23'});

/** Where in the trading day, from 04:00 (0) to 20:00 (1) in New York, an instant lies; beyond it at the ends. */
export function placeOf(ms) {
  const [hours, minutes, seconds] = parts.format(ms).split(':').map(Number);
  return Math.min(1, Math.max(0, (((hours * 60 + minutes) * 60 + seconds) * 1000 - START_MS) / LENGTH_MS));
}

/** The regular session as two places in the day, or null on a day the exchange stays closed. @param {MarketStatus} status */
export const regularOf = ({opens_at: opens, closes_at: closes}) => opens ? [placeOf(Date.parse(opens)), placeOf(Date.parse(closes))] : null;

/** What rings next, and in how long. @returns {{text: string, ms: number} | null} */
export function nextBell({opens_at: opens, closes_at: closes, next_open: next}, nowMs) {
  const bells = [['opens in', opens], ['closes in', closes], ['opens in', next]].filter(([, at]) => at && Date.parse(at) > nowMs);
  return bells.length > 0 ? {text: bells[0][0], ms: Date.parse(bells[0][1]) - nowMs} : null;
}
