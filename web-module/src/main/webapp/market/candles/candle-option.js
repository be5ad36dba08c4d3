import {decimal, percent, price, several, time, volume} from '../../app/format.js';
import {axis, faint} from '../chart-element.js';
import {extendedHours, marks, means} from './bars.js';

const MEANS = [20, 50, 200];
const TOLD = 6;
/** Drawn beside the bar, one lane for each kind, so that none hides another. */
const LANES = {high: [8, 'triangle', 9], low: [8, 'triangle', 9], trend: [20, 'diamond', 9], surge: [31, 'pin', 12]};
const FIRST_SHOWN = 160;

/** The picture: candles, volume, averages on days, and the events. @returns {object} an ECharts option */
export function candleOption(tokens, {bars, events, timeframe, isFirst}) {
  const times = bars.map(({ts_ms: ms}) => timeframe.tell(ms));
  const label = {color: tokens.quiet, fontSize: 11, hideOverlap: true};
  const marked = timeframe.isIntraday ? marks(events, bars, timeframe.ms) : [];
  return {
    grid: [{left: 8, right: 58, top: 8, bottom: 92}, {left: 8, right: 58, height: 44, bottom: 42}],
    axisPointer: {link: [{xAxisIndex: 'all'}], lineStyle: {color: tokens.quiet}, label: {backgroundColor: tokens.raised, color: tokens.text}},
    xAxis: [axis(tokens, {data: times, axisLabel: {show: false}, splitLine: {show: false}}),
      axis(tokens, {gridIndex: 1, data: times, axisLabel: label, splitLine: {show: false}})],
    yAxis: [axis(tokens, {scale: true, boundaryGap: ['9%', '9%'], position: 'right', axisLabel: {...label, formatter: price, showMinLabel: false}}),
      axis(tokens, {gridIndex: 1, position: 'right', splitNumber: 1, splitLine: {show: false}, axisLabel: {...label, formatter: volume, showMinLabel: false}})],
    dataZoom: [
      {type: 'inside', xAxisIndex: [0, 1], ...isFirst && shownFirst(bars.length)},
      {type: 'slider', xAxisIndex: [0, 1], height: 14, bottom: 4, borderColor: tokens.line, fillerColor: faint(tokens.focus, 0.2), textStyle: {color: tokens.quiet},
        showDetail: false, brushSelect: false, dataBackground: {lineStyle: {color: tokens.line}, areaStyle: {color: tokens.line}}},
    ],
    tooltip: {trigger: 'axis', axisPointer: {type: 'cross'}, formatter: found => words(bars, marked, found[0].dataIndex, timeframe)},
    series: [
      {
        type: 'candlestick', name: 'bars', data: bars.map(({open, close, low, high}) => [open, close, low, high]),
        itemStyle: {color: tokens.up, borderColor: tokens.up, color0: tokens.down, borderColor0: tokens.down},
        markArea: {silent: true, itemStyle: {color: faint(tokens.quiet, 0.07)},
          data: timeframe.isIntraday ? extendedHours(bars).map(([from, to]) => [{xAxis: from}, {xAxis: to}]) : []},
        markLine: {silent: true, symbol: 'none', lineStyle: {color: faint(tokens.text, 0.5), type: 'dotted'},
          label: {color: tokens.bg, backgroundColor: tokens.text, padding: [2, 3], fontSize: 11, formatter: ({value}) => price(value)},
          data: bars.length > 0 ? [{yAxis: bars.at(-1).close}] : []},
      },
      {
        type: 'bar', name: 'volume', xAxisIndex: 1, yAxisIndex: 1,
        data: bars.map(({volume: shares, open, close}) => ({value: shares, itemStyle: {color: faint(close < open ? tokens.down : tokens.up, 0.5)}})),
      },
      ...timeframe.isIntraday ? [] : MEANS.map((n, at) => ({
        type: 'line', name: `SMA ${n}`, data: means(bars, n), showSymbol: false, silent: true,
        lineStyle: {width: 1.2, color: [tokens.quiet, tokens.focus, tokens.caution][at]},
      })),
      {
        type: 'scatter', name: 'events', silent: true, z: 5,
        data: marked.map(mark => marker(mark, bars[mark.at], tokens)),
      },
    ],
  };
}

const shownFirst = count => ({start: Math.max(0, 100 - FIRST_SHOWN / Math.max(1, count) * 100), end: 100});

function marker({at, type, direction}, {high, low}, tokens) {
  const isUp = direction === 'up';
  const [away, symbol, symbolSize] = LANES[type] ?? LANES.trend;
  return {
    value: [at, isUp ? high : low], symbol, symbolSize, symbolRotate: isUp ? 0 : 180, symbolOffset: [0, isUp ? -away : away],
    itemStyle: {color: isUp ? tokens.up : tokens.down, borderColor: tokens.panel, borderWidth: 1},
  };
}

function words(bars, marked, at, timeframe) {
  const bar = bars[at];
  if (!bar) {
    return '';
  }
  const before = bars[at - 1]?.close;
  const {open, high, low, close, volume: shares, trades, state, exact, invented} = bar;
  const hidden = [state, exact === false && 'not heard whole', invented && 'an invented market'].filter(Boolean).join(', ');
  const here = marked.filter(mark => mark.at === at).flatMap(mark => mark.events).sort((a, b) => a.ts_ms - b.ts_ms);
  return [
    `${timeframe.tell(bar.ts_ms)}  ${before ? percent((close / before - 1) * 100) : ''}`,
    `O ${price(open)}  H ${price(high)}  L ${price(low)}  C ${price(close)}`,
    `${volume(shares)} shares${trades ? ` in ${several(trades, 'trade')}` : ''}`,
    hidden,
    ...here.slice(0, TOLD).map(event => `${time(event.ts_ms)}  ${event.label.replaceAll('_', ' ')}  ${price(event.price)}`),
    here.length > TOLD ? `and ${decimal(here.length - TOLD, 0)} more` : '',
  ].filter(Boolean).join('\n');
}
