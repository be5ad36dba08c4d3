import {html} from 'lit';
import {decimal} from '../../app/format.js';
import {axis, ChartElement, faint} from '../chart-element.js';
import {nothingYet} from '../facts.js';

const ROWS = {month: 'month', week: 'week', today: 'day'};

/** One-sidedness: falls to the left of the middle, rises to the right, the strong ones outside. */
customElements.define('ts-thresholds', class extends ChartElement {
  static topics = [...Object.keys(ROWS), 'preferences'];

  render() {
    return this.store.today ? html`<div class="chart" role="img" aria-label="Threshold bars"></div>` : nothingYet(this.store, 'today');
  }

  option(tokens) {
    const rows = Object.keys(ROWS).filter(name => this.store[name]).map(name => ({title: ROWS[name], ...this.store[name]}));
    if (rows.length === 0) {
      return null;
    }
    const part = (name, sign, colour) => ({
      type: 'bar', stack: 'all', name, data: rows.map(({segments}) => sign * segments[name]), itemStyle: {color: colour}, barWidth: '56%',
      label: {show: true, color: tokens.text, fontSize: 10, formatter: ({value}) => Math.abs(value) < 8 ? '' : decimal(Math.abs(value), 0)},
    });
    return {
      grid: {left: 4, right: 12, top: 4, bottom: 2, containLabel: true},
      xAxis: axis(tokens, {type: 'value', min: -100, max: 100, interval: 50,
        axisLabel: {color: tokens.quiet, fontSize: 10, formatter: x => `${Math.abs(x)} %`}}),
      yAxis: axis(tokens, {type: 'category', data: rows.map(({title}) => title), axisLine: {show: false}}),
      tooltip: {trigger: 'axis', axisPointer: {type: 'none'}, formatter: ([{dataIndex}]) => words(rows[dataIndex])},
      series: [
        part('minor_decline', -1, faint(tokens.down, 0.45)), part('significant_decline', -1, tokens.down),
        part('minor_advance', 1, faint(tokens.up, 0.45)), part('significant_advance', 1, tokens.up),
      ],
    };
  }
});

function words({title, metadata, segments}) {
  const {threshold, symbol_count: symbols, unchanged, period_days: days, trade_date: date} = metadata;
  const limit = `${+(threshold * 100).toFixed(2)} %`;
  const share = name => `${decimal(segments[name], 1)} %`;
  return `${title}: change over ${days} calendar days to ${date}, ${symbols} symbols\n${share('significant_decline')} fell by more than ${limit}, `
    + `${share('minor_decline')} by less\n${share('significant_advance')} rose by ${limit} or more, ${share('minor_advance')} by less\n`
    + `${unchanged} unchanged, split between both sides`;
}
