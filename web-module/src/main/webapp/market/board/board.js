/** Which panels there are, and how a person arranged them. Pure: a change returns another board. */

export const COLUMNS = 12;
const WIDTHS = {least: 3, most: COLUMNS};
const HEIGHTS = {least: 3, most: 14};

/** What each panel shows, for its head and its hover. Width in columns of twelve, height in rows. */
export const PANELS = [
  {name: 'pressure', title: 'Pressure', width: 4, height: 5,
    about: 'Buying against selling volume by the tick rule, (buy − sell) / (buy + sell), −100 to 100, in windows of ten seconds of event time'},
  {name: 'velocity', title: 'Velocity', width: 4, height: 5,
    about: 'How fast the market trades: prints a minute, window by window, and events a minute of what you watch'},
  {name: 'conditions', title: 'Conditions', width: 4, height: 3,
    about: 'What kind of market it is: trend, volatility and volume, and the regime they make'},
  {name: 'thresholds', title: 'Threshold bars', width: 4, height: 4,
    about: 'How one-sided the moves are: the share of symbols that fell or rose by more than a threshold, and by less'},
  {name: 'sectors', title: 'Sectors', width: 4, height: 8,
    about: 'Mean change of the members of each group; the area is the number of members'},
  {name: 'rotation', title: 'Rotation', width: 4, height: 8,
    about: 'Relative strength of each group against the benchmark, and its momentum, with the trail of eight weeks'},
  {name: 'breadth', title: 'Breadth', width: 4, height: 6,
    about: 'How many symbols are above what they are measured against, and how many below'},
  {name: 'rankings', title: 'Rankings', width: 8, height: 9,
    about: 'Every symbol of the universe by relative strength, change, volume and stage'},
  {name: 'stages', title: 'Stages', width: 4, height: 9,
    about: 'In which stage of its trend each symbol is; a stage changes after two closes'},
  {name: 'candles', title: 'Chart', width: 12, height: 9,
    about: 'Bars of one symbol with your events on them'},
];

/** What somebody sees who arranged nothing. */
export const DEFAULTS = {
  universe: '',
  chart: {symbol: 'SPY', timeframe: '1min'},
  sectors: {kind: 'sector', window: '1d'},
  rankings: {sort: 'comp_rs_rank', descending: true},
  panels: PANELS.map(({name, width, height}) => ({name, width, height, isHidden: false})),
};

/** A board from what was stored; what is not known, missing or beyond its bounds is as in the default. */
export function boardOf(stored) {
  const kept = Array.isArray(stored?.panels) ? stored.panels : [];
  const known = kept.filter((panel, at) => PANELS.some(({name}) => name === panel?.name)
    && kept.findIndex(other => other?.name === panel.name) === at);
  const all = [...known, ...DEFAULTS.panels.filter(({name}) => !known.some(panel => panel.name === name))];
  const {chart, sectors, rankings} = stored ?? {};
  return {
    universe: typeof stored?.universe === 'string' ? stored.universe : '',
    chart: texts(DEFAULTS.chart, chart), sectors: texts(DEFAULTS.sectors, sectors),
    rankings: {...texts(DEFAULTS.rankings, rankings), descending: rankings?.descending !== false},
    panels: all.map(({name, width, height, isHidden}) => {
      const usual = PANELS.find(panel => panel.name === name);
      return {name, width: within(width, WIDTHS, usual.width), height: within(height, HEIGHTS, usual.height), isHidden: isHidden === true};
    }),
  };
}

/** A panel in another place among those that are shown. */
export function moved(panels, name, place) {
  const shown = panels.filter(({isHidden}) => !isHidden);
  const from = shown.findIndex(panel => panel.name === name);
  const to = Math.min(shown.length - 1, Math.max(0, place));
  if (from < 0 || from === to) {
    return panels;
  }
  const [panel] = shown.splice(from, 1);
  shown.splice(to, 0, panel);
  return [...shown, ...panels.filter(({isHidden}) => isHidden)];
}

/** A panel so many places further on. */
export function shifted(panels, name, places) {
  const shown = panels.filter(({isHidden}) => !isHidden);
  return moved(panels, name, shown.findIndex(panel => panel.name === name) + places);
}

/** A panel wider or higher by so much. */
export const resized = (panels, name, columns, rows) => changed(panels, name, ({width, height}) => ({
  width: clamp(width + columns, WIDTHS), height: clamp(height + rows, HEIGHTS)}));

export const hidden = (panels, name, isHidden) => changed(panels, name, () => ({isHidden}));

const changed = (panels, name, change) => panels.map(panel => panel.name === name ? {...panel, ...change(panel)} : panel);
const clamp = (n, {least, most}) => Math.min(most, Math.max(least, n));
const within = (n, {least, most}, usual) => Number.isInteger(n) && n >= least && n <= most ? n : usual;
const texts = (usual, stored) => Object.fromEntries(Object.entries(usual)
    .map(([key, value]) => [key, typeof stored?.[key] === 'string' ? stored[key] : value]));
