import {html} from 'lit';
import {decimal, multiple} from '../../app/format.js';
import {StoreElement} from '../../app/store-element.js';
import {asOf, nothingYet} from '../facts.js';

const REGIMES = {
  risk_on: ['Risk on', 'bullish, and volatility is not high', 'up'], risk_off: ['Risk off', 'bearish', 'down'],
  high_volatility: ['High volatility', 'calmer on at least 80 of 100 days of the last year', 'caution'],
  neutral: ['Neutral', 'neither bullish nor bearish', ''],
};
const TRENDS = {
  bullish: 'the benchmark is above its means of 50 and 200 days, and at least half the symbols are above their mean of 50',
  bearish: 'the benchmark is below its means of 50 and 200 days, and less than half the symbols are above their mean of 50',
  neutral: 'benchmark and symbols do not agree',
};
const UNKNOWN = ['Not known', 'too few daily bars', 'quiet'];

/** What kind of market it is, in one word, and the three figures that made it. */
customElements.define('ts-conditions', class extends StoreElement {
  static topics = ['conditions'];

  render() {
    const {conditions: found} = this.store;
    if (!found) {
      return nothingYet(this.store, 'conditions');
    }
    const [name, why, level] = REGIMES[found.regime] ?? UNKNOWN;
    return html`<p class="regime" title="The first that holds: high volatility, risk on, risk off, neutral"><b class=${level}>${name}</b> <span class="quiet">${why}</span></p>
      <table class="figures">
        <tr title=${TRENDS[found.trend] ?? 'too few daily bars'}><th>Trend</th><td>${found.trend}</td>
          <td>${meter(found.trend_strength, 10)}</td><td class="number">${decimal(found.trend_strength, 1)} of 10</td></tr>
        <tr title="Deviation of the last 20 daily log returns of the benchmark in a year; below 15 low, below 25 medium. ${decimal(found.volatility_percentile, 0)} % of the year's days were calmer">
          <th>Volatility</th><td>${found.volatility}</td><td>${meter(found.volatility_percentile, 100)}</td><td class="number">${decimal(found.volatility_pct, 1)} %</td></tr>
        <tr title="The universe's volume against its mean of the 30 days before; while the day forms, against the share that is usual by then">
          <th>Volume</th><td>${found.volume}</td><td>${meter(found.volume_ratio, 2)}</td><td class="number">${multiple(found.volume_ratio)}</td></tr>
      </table>
      <p class="quiet"><small>${asOf(found)} · against ${found.benchmark === 'equal-weight' ? 'the universe’s mean (no SPY)' : found.benchmark}</small></p>`;
  }
});

const meter = (value, most) => html`<svg class="meter" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="1"/>
  <rect class="at" width=${Number.isFinite(value) ? Math.min(100, value / most * 100) : 0} height="1"/></svg>`;
