import {html} from 'lit';
import {decimal, time, whole} from '../../app/format.js';
import {axis, ChartElement, faint} from '../chart-element.js';
import {facts} from '../facts.js';

/** How fast the market goes: prints a minute in each window, and events. */
customElements.define('ts-velocity', class extends ChartElement {
  static topics = ['analytics', 'events', 'freshness', 'preferences'];

  render() {
    const {analytics, fresh} = this.store;
    this.classList.toggle('stale', fresh.stale);
    const state = analytics?.core_universe_analytics?.current_state;
    return state
      ? html`<div class="chart" role="img" aria-label="Velocity ${state.tempo}"></div>${facts(this.#facts(state))}`
      : html`<p class="empty">The first ten seconds of the session are not over yet.</p>`;
  }

  option(tokens) {
    const {windows} = this.store.history;
    if (!this.store.analytics?.core_universe_analytics) {
      return null;
    }
    const label = {color: tokens.quiet, fontSize: 10, hideOverlap: true};
    return {
      grid: {left: 8, right: 8, top: 26, bottom: 4, containLabel: true},
      legend: {top: 0, right: 0, itemHeight: 8, itemWidth: 12, textStyle: {color: tokens.quiet, fontSize: 11}},
      xAxis: axis(tokens, {type: 'category', data: windows.map(({endMs}) => time(endMs)), axisLabel: label}),
      yAxis: [axis(tokens, {name: '', axisLabel: label, splitNumber: 3}),
        axis(tokens, {axisLabel: label, splitLine: {show: false}, splitNumber: 3})],
      tooltip: {trigger: 'axis', formatter: ([{name, dataIndex}]) => {
        const {prints, events} = windows[dataIndex];
        return `ten seconds to ${name}\n${whole(prints)} prints a minute\n${decimal(events, 0)} of your events a minute`;
      }},
      series: [
        {type: 'bar', name: 'prints/min', data: windows.map(({prints}) => prints), itemStyle: {color: faint(tokens.focus, 0.55)}, barCategoryGap: '15%'},
        {type: 'line', name: 'your events/min', yAxisIndex: 1, data: windows.map(({events}) => events), showSymbol: false,
          lineStyle: {color: tokens.text, width: 1.5}, itemStyle: {color: tokens.text}},
      ],
    };
  }

  #facts({tempo, trades_per_minute: prints, universe_size: size}) {
    const {counts, rate, eventMs} = this.store;
    const {count, seconds} = rate.at(eventMs) ?? {};
    return [
      ['tempo', tempo, 'Prints a minute for each hundred symbols: from Very Low below 30 to Extreme from 480'],
      ['prints/min', whole(prints), `Prints a minute of all ${whole(size)} symbols in the newest window`],
      ['events', seconds > 0 ? `${whole(count)} in ${seconds} s` : '–', 'Your highs, lows, trends and surges in the last minute of event time'],
      ['highs', whole(counts?.total_highs), 'Session highs of your symbols since the session began', 'up'],
      ['lows', whole(counts?.total_lows), 'Session lows of your symbols since the session began', 'down'],
    ];
  }
});
