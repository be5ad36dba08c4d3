import {age, day, decimal, several, time, whole} from '../app/format.js';

/** What the server says of imports, made into what an administrator reads, and what they ask for into orders; knows nothing of the page. */

const UNITS = [['GB', 1e9], ['MB', 1e6], ['KB', 1e3]];
const KINDS = {symbols: 'symbols', universes: 'universes', daily: 'days', minute: 'minutes', unknown: 'nothing that can be imported'};
const STATES = {running: '', done: 'good', unchanged: 'quiet', failed: 'bad', complete: 'good', partial: 'bad', insufficient: 'caution'};
const PHASES = {
  waiting: 'waits for its turn', reading: 'reads rows', checking: 'looks over whole series', switching: 'puts what was read into its place', ended: 'has ended',
};

/** What each finding means, and how much it matters: a bad one was left out, the others are in. */
const FINDINGS = {
  skipped: ['refused by the vendor', 'bad'],
  bad_rows: ['rows that cannot be, left out', 'bad'],
  unknown_symbols: ['members that no list of symbols knows', 'caution'],
  ghost_days: ['bars on days without trading, left out', 'bad'],
  duplicates: ['told twice, the first stands', 'caution'],
  gaps: ['trading days without a bar', 'caution'],
  split_like_jumps: ['jumps that look like splits nobody adjusted', 'caution'],
  adjustments: ['splits and dividends that are adjusted', ''],
  differences: ['days that are not what our own minutes make of them', 'caution'],
};

/** How long until the next look: live while something runs. */
export const pauseMs = running => running ? 1000 : 10_000;

/** 903 KB. */
export function size(bytes) {
  const unit = UNITS.find(([, of]) => bytes >= of * 0.9995);
  return unit ? `${decimal(bytes / unit[1], bytes < unit[1] * 9.95 ? 1 : 0)} ${unit[0]}` : several(bytes, 'byte');
}

/** 2013-10-08 10:42:06, of New York. */
export function moment(iso) {
  const ms = Date.parse(iso);
  return Number.isNaN(ms) ? '–' : `${day(ms)} ${time(ms)}`;
}

/** Where an import is; `percent` is null where nobody knows how much is to come. */
export function progressOf({origin, number, of, phase, rows, percent}) {
  const part = of > 1 ? `, file ${number} of ${of}` : '';
  return {percent: percent > 0 ? percent : null, text: `${origin}${part}: ${PHASES[phase] ?? phase}, ${several(rows, 'row')}${percent > 0 ? `, ${decimal(percent, 0)} %` : ''}`};
}

export const FILE_COLUMNS = ['file', 'holds', 'size', 'changed', ''];

export function fileRows({files}, isBusy) {
  return files.map(({file, bytes, modified_at: modified, kind}) => [
    {text: file}, {text: KINDS[kind] ?? kind, level: kind === 'unknown' ? 'caution' : ''}, {text: size(bytes)}, {text: moment(modified)},
    kind === 'unknown' ? {text: ''} : {text: 'Import', action: {name: `Import ${file}`, data: {file}, off: isBusy}},
  ]);
}

export const IMPORT_COLUMNS = ['import', 'what', 'from', 'came to', 'began', 'took', 'rows', 'changed', 'left out'];

export function importRows({imports}) {
  return imports.map(({id, kind, origin, state, started_at: started, finished_at: finished, rows_read: read, rows_changed: changed, rows_refused: refused, trouble}) => [
    {text: `${id}`, action: {name: `Report of import ${id}, ${origin}`, data: {report: `${id}`}}}, {text: kind === 'unknown' ? '–' : KINDS[kind] ?? kind}, {text: origin},
    {text: state, level: STATES[state], note: trouble ?? ''}, {text: moment(started)}, {text: finished === null ? '–' : age(Date.parse(finished) - Date.parse(started))},
    {text: whole(read)}, {text: whole(changed)}, {text: whole(refused), level: refused > 0 ? 'caution' : ''},
  ]);
}

/** The findings of a report that there are; `more` are those beyond the first that it tells. */
export function findings(report) {
  return Object.entries(report ?? {}).filter(([, found]) => found?.count > 0).map(([kind, {count, first}]) => {
    const [words, level] = FINDINGS[kind] ?? [kind.replaceAll('_', ' '), ''];
    return {kind, level, text: `${whole(count)} ${words}`, first, more: Math.max(0, count - first.length)};
  });
}

/** One sentence on an import: what it came to. */
export function outcome({origin, state, trouble, rows_read: read, rows_changed: changed, rows_refused: refused}) {
  if (state === 'failed') {
    return `${origin} failed: ${trouble}`;
  }
  const words = {running: 'is under way', unchanged: 'is in already, nothing changed'}[state];
  return words ? `${origin} ${words}` : `${origin} is in: ${several(read, 'row')} read, ${whole(changed)} new or changed, ${whole(refused)} left out`;
}

export const DAY_COLUMNS = ['day', 'came to', 'have a bar', 'tracked', 'share', 'compared', 'differ', 'as of'];

export function dayRows({days}) {
  return days.map(({date, state, tracked, present, present_pct: share, compared, differing, as_of: asOf}) => [
    {text: date, action: {name: `End of day ${date}`, data: {day: date}}},
    {text: state, level: STATES[state], note: state === 'insufficient' ? 'nobody can say what should be there' : ''},
    {text: whole(present)}, {text: whole(tracked)}, {text: share === null ? '–' : `${decimal(share)} %`},
    {text: whole(compared)}, {text: whole(differing), level: differing > 0 ? 'caution' : ''}, {text: moment(asOf)},
  ]);
}

/** What a day's page tells, as findings of a report. */
export function dayFindings({missing, tracked, present, differences, differing}) {
  return [
    {kind: 'missing', level: 'bad', text: `${several(tracked - present, 'tracked symbol')} without a bar`, first: missing.length > 0 ? [missing.join(', ')] : [], more: tracked - present - missing.length},
    {kind: 'differences', level: 'caution', text: `${several(differing, 'imported bar')} that ${differing === 1 ? 'is' : 'are'} not our own`, first: differences, more: differing - differences.length},
  ].filter(({first}) => first.length > 0);
}

/** Tickers between commas, semicolons and blanks. */
export const symbolsOf = text => text.split(/[\s,;]+/).filter(symbol => symbol !== '');

/** The body of an order, from the fields of its form. */
export const ORDERS = {
  bars: ({timeframe, symbols, from, to}) => ({timeframe, symbols: symbolsOf(symbols), from, to}),
  symbols: ({symbols}) => ({vendor: 'symbols', ...symbolsOf(symbols).length > 0 && {symbols: symbolsOf(symbols)}}),
  members: ({file, universe, title}) => ({file, universe, ...title.trim() && {title: title.trim()}}),
};
