import {decimal, multiple, price, signed, volume, whole} from '../../app/format.js';

const LETTERS = ['G', 'F', 'E', 'D', 'C', 'B', 'A', 'A+'];
const CAPS = ['micro', 'small', 'mid', 'large', 'mega'];
const change = (name, title, about) => ({name, title, about, width: 7.2, show: row => signed(row[name]), level: row => sign(row[name])});
const sign = x => x > 0 ? 'up' : x < 0 ? 'down' : '';

/** What the table shows: width in characters; `value` where another than the field is sorted by. */
export const COLUMNS = [
  {name: 'place', title: '#', about: 'Place in the universe by relative strength, 1 the strongest', width: 4, show: row => whole(row.place)},
  {name: 'symbol', title: 'Symbol', width: 8, isText: true, about: 'Ticker; click shows its chart', show: row => row.symbol},
  {name: 'name', title: 'Name', width: 22, isText: true, isQuiet: true, about: 'Company', show: row => row.name ?? ''},
  {name: 'last', title: 'Last', about: 'Newest price, USD', width: 8, show: row => price(row.last)},
  change('live_pct', 'Day %', 'Newest price against the close before, percent'),
  change('perf_1w', '1w %', 'Against 5 bars back, percent'),
  change('perf_1m', '1m %', 'Against 21 bars back, percent'),
  change('perf_3m', '3m %', 'Against 63 bars back, percent'),
  change('perf_6m', '6m %', 'Against 126 bars back, percent'),
  change('perf_1y', '1y %', 'Against 252 bars back, percent'),
  {name: 'comp_rs_rank', title: 'RS', width: 4, isStrong: true, show: row => whole(row.comp_rs_rank),
    about: 'Relative strength: percentile rank, 1 to 99, of 0.4 × 3m + 0.2 × 6m + 0.2 × 1y + 0.2 × 1m'},
  {name: 'rank_change', title: 'Δ#', about: 'Places gained since the bar before', width: 5, show: row => signed(row.rank_change, 0), level: row => sign(row.rank_change)},
  {name: 'adr_pct', title: 'ADR %', about: 'Mean of high / low − 1 over 20 bars, percent', width: 6, show: row => decimal(row.adr_pct)},
  {name: 'atr_to_sma50', title: 'ATR/50', about: 'Distance of the price from its SMA 50, in average true ranges', width: 6.4, show: row => signed(row.atr_to_sma50, 1)},
  {name: 'rel_volume', title: 'RVol', about: 'Volume against the mean of 20 days, for this time of the day', width: 5.4, show: row => multiple(row.rel_volume)},
  {name: 'dollar_volume_20', title: '$ vol', about: 'Mean of price × volume over 20 bars, USD', width: 7.4, show: row => volume(row.dollar_volume_20)},
  {name: 'cap', title: 'Cap', about: 'Market capitalisation: mega from 200 B USD, large 10 B, mid 2 B, small 300 M, micro', width: 6, isText: true,
    show: row => row.cap ?? '–', value: row => row.cap && CAPS.indexOf(row.cap)},
  {name: 'stage', title: 'Stage', width: 6, isText: true, about: 'Stage of the trend; ~ where the newest bar alone would say another',
    show: row => row.stage === 'insufficient' ? '–' : row.stage + (row.stage_provisional ? ' ~' : ''),
    value: row => row.stage === 'insufficient' ? null : row.stage},
  {name: 'strength', title: 'Grade', width: 6, isText: true, about: 'Strength A+ to G: relative strength, stage, nearness to the 52-week high, order of averages',
    show: row => row.strength ?? '–', value: row => row.strength ? LETTERS.indexOf(row.strength) : null},
  {name: 'sector', title: 'Sector', width: 22, isText: true, isQuiet: true, about: 'GICS sector where known', show: row => row.sector || '–', value: row => row.sector || null},
];
