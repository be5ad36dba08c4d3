import {html} from 'lit';
import {decimal, signed, whole} from '../../app/format.js';
import {axis, ChartElement, faint} from '../chart-element.js';
import {asOf, facts, nothingYet} from '../facts.js';

const TESTS = {
  day_change: ['day', 'close against the close before'], open_change: ['since open', 'close against its own open'],
  week: ['week', '5 bars back'], month: ['month', '21 bars back'], quarter: ['quarter', '63 bars back'], half_year: ['half-year', '126 bars back'],
  year: ['year', '252 bars back'], price_to_ema10: ['EMA 10', 'close against its mean of 10 bars'],
  price_to_ema20: ['EMA 20', 'close against its mean of 20 bars'], price_to_sma50: ['SMA 50', 'close against its mean of 50 bars'],
  price_to_sma200: ['SMA 200', 'close against its mean of 200 bars'],
};

/** Up against down, by eleven tests. */
customElements.define('ts-breadth', class extends ChartElement {
  static topics = ['breadth', 'preferences'];

  render() {
    const {breadth} = this.store;
    return breadth ? html`<div class="chart" role="img" aria-label="Breadth of ${breadth.universe}"></div>${facts(this.#facts(breadth))}${asOf(breadth)}`
      : nothingYet(this.store, 'breadth');
  }

  option(tokens) {
    const {metrics} = this.store.breadth ?? {};
    if (!metrics) {
      return null;
    }
    const keys = Object.keys(TESTS).filter(key => metrics[key]).reverse();
    const share = (key, part) => metrics[key].eligible ? metrics[key][part] / metrics[key].eligible * 100 : null;
    const bar = (part, colour) => ({
      type: 'bar', stack: 'share', name: part, data: keys.map(key => share(key, part)), itemStyle: {color: colour}, barWidth: '68%',
    });
    return {
      grid: {left: 4, right: 54, top: 2, bottom: 2, containLabel: true},
      xAxis: {type: 'value', min: 0, max: 100, show: false},
      yAxis: [axis(tokens, {type: 'category', data: keys.map(key => TESTS[key][0]), axisLine: {show: false}}),
        axis(tokens, {
          type: 'category', axisLine: {show: false}, axisLabel: {color: tokens.text, fontSize: 11}, position: 'right',
          data: keys.map(key => metrics[key].eligible ? `${decimal(metrics[key].pct_up, 1)} %` : '–'),
        })],
      tooltip: {trigger: 'axis', axisPointer: {type: 'none'}, formatter: ([{dataIndex}]) => {
        const {up, down, unchanged, eligible} = metrics[keys[dataIndex]];
        return `${TESTS[keys[dataIndex]].join(': ')}\n${up} up, ${down} down, ${unchanged} unchanged\nof ${eligible} with enough bars`;
      }},
      series: [bar('up', tokens.up), bar('unchanged', tokens.line), {
        ...bar('down', tokens.down),
        markLine: {silent: true, symbol: 'none', lineStyle: {color: faint(tokens.text, 0.5), type: 'solid'}, label: {show: false}, data: [{xAxis: 50}]},
      }],
    };
  }

  #facts({highs_52_weeks: highs, lows_52_weeks: lows, eligible_52_weeks: eligible, pct_at_high_20: atHigh, up_volume_pct: upVolume, advance_decline: line}) {
    return [
      ['52w highs', whole(highs), `Of ${eligible} symbols with 252 bars: the newest bar's high is the highest`, 'up'],
      ['52w lows', whole(lows), `Of ${eligible} symbols with 252 bars: the newest bar's low is the lowest`, 'down'],
      ['20d highs', `${decimal(atHigh, 1)} %`, 'Closes that are the highest of 20'],
      ['up volume', `${decimal(upVolume, 1)} %`, 'Volume of risen symbols in that of risen and fallen'],
      ['A − D', signed(line.net, 0), 'Advances less declines of the day'],
      ['A/D line', signed(line.line, 0), 'Advances less declines, summed up from the first day there is'],
      ['McClellan', signed(line.mcclellan, 0), 'EMA 19 less EMA 39 of 1000 (A − D) / (A + D)'],
      ['thrust', decimal(line.thrust, 2), 'EMA 10 of A / (A + D)'],
    ];
  }
});
