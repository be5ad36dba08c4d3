/** Numbers and times for a trader; what is not known is a dash, never 0. */

const NONE = '–';
const MINUS = '−';
const THIN = '\u202f';
const ZONE = {timeZone: 'America/New_York'};
const clock = new Intl.DateTimeFormat('en-GB', {...ZONE, timeStyle: 'medium', hourCycle: 'h23'});
const date = new Intl.DateTimeFormat('en-CA', {...ZONE, dateStyle: 'short'});
const grouped = new Intl.NumberFormat('en-US', {maximumFractionDigits: 0});

/** Shows a number by a rule, and what is none as a dash. */
const known = show => (x, ...more) => Number.isFinite(x) ? show(x, ...more) : NONE;

/** 10:42:06 in New York, from epoch milliseconds. */
export const time = known(ms => clock.format(ms));

/** 10:42:06.100. */
export const timeMs = known(ms => `${clock.format(ms)}.${String(Math.floor(ms) % 1000).padStart(3, '0')}`);

/** 2013-10-08. */
export const day = known(ms => date.format(ms));

/** 1,234. */
export const whole = known(n => grouped.format(n));

/** −0.50: with a real minus, and no negative zero. */
export const decimal = known((x, digits = 2) => {
  const text = Math.abs(x).toFixed(digits);
  return x < 0 && Number(text) !== 0 ? MINUS + text : text;
});

/** +0.50: always with its sign. */
export const signed = known((x, digits = 2) => {
  const text = decimal(x, digits);
  return x > 0 && Number(text) !== 0 ? `+${text}` : text;
});

/** +0.31 %, from percent points. */
export const percent = known(x => `${signed(x)}${THIN}%`);

/** USD with the decimals of its tick: cents, below one dollar hundredths of a cent. */
export const price = known(x => x.toFixed(Math.abs(x) < 1 ? 4 : 2));

/** 950, 1.2 K, 1.2 M, 3.4 B. */
export const volume = known(shares => {
  // From 999,950 on a thousand thousands would be shown, which is a million.
  const unit = [['B', 1e9], ['M', 1e6], ['K', 1e3]].find(([, size]) => shares >= size * 0.99995);
  return unit ? `${(shares / unit[1]).toFixed(1)}${THIN}${unit[0]}` : shares.toFixed();
});

/** 6.2×. */
export const multiple = known(x => `${x.toFixed(1)}×`);

/** 0.4 s, 12 s, 3 min, 2 h 05 min, from milliseconds. */
export const age = known(ms => {
  const s = ms / 1000;
  const minutes = Math.floor(s / 60);
  if (s < 120) {
    return `${s < 10 ? s.toFixed(1) : Math.floor(s)} s`;
  }
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
});

/** 1 event, 12 events. */
export const several = (n, noun) => `${whole(n)} ${noun}${n === 1 ? '' : 's'}`;
