import {html, nothing} from 'lit';
import {signed, time, volume} from '../../app/format.js';
import {axis, ChartElement, faint} from '../chart-element.js';
import {facts} from '../facts.js';

const PARTS = {core: 'whole market', user: 'what you watch'};

/** Buying against selling: a gauge of now, an upright bar weighted by activity, and the windows before. */
customElements.define('ts-pressure', class extends ChartElement {
  static topics = ['status', 'analytics', 'freshness', 'preferences'];
  #part = 'core';

  render() {
    const {analytics, status, fresh} = this.store;
    this.classList.toggle('stale', fresh.stale);
    const part = analytics?.[`${this.#part}_universe_analytics`];
    return html`<div class="choices">${Object.entries(PARTS).map(([name, title]) => html`<button
        aria-pressed=${name === this.#part} @click=${() => this.#choose(name)}>${title}</button>`)}
      ${part ? html`<small class="quiet">window to ${time(part.aggregation_info.window_end_ms)}</small>` : nothing}</div>
      ${part ? html`<div class="chart" role="img" aria-label="Pressure ${signed(part.gauge_analytics.ema_net_score)}"></div>${facts(this.#facts(part, status))}`
        : html`<p class="empty">${this.#emptiness(status)}</p>`}`;
  }

  option(tokens) {
    const part = this.store.analytics?.[`${this.#part}_universe_analytics`];
    if (!part) {
      return null;
    }
    const now = part.gauge_analytics.ema_net_score;
    const weighted = part.vertical_analytics.ema_net_score;
    const {windows} = this.store.history;
    const direction = x => x < 0 ? tokens.down : tokens.up;
    return {
      grid: [{left: '44%', width: '5%', top: 14, bottom: 22}, {left: '62%', right: 10, top: 14, bottom: 22}],
      xAxis: [axis(tokens, {type: 'category', data: ['weighted'], axisLabel: {color: tokens.quiet, fontSize: 10}}),
        axis(tokens, {gridIndex: 1, type: 'category', data: windows.map(({endMs}) => time(endMs)), axisLabel: {color: tokens.quiet, fontSize: 10, hideOverlap: true}})],
      yAxis: [axis(tokens, {min: -100, max: 100, interval: 50, axisLabel: {color: tokens.quiet, fontSize: 10}}),
        axis(tokens, {gridIndex: 1, min: -100, max: 100, interval: 50, axisLabel: {color: tokens.quiet, fontSize: 10}})],
      tooltip: {trigger: 'item'},
      series: [
        {
          type: 'gauge', name: 'net score', center: ['19%', '62%'], radius: '92%', min: -100, max: 100, splitNumber: 4, startAngle: 200, endAngle: -20,
          axisLine: {lineStyle: {width: 7, color: [[0.5, faint(tokens.down, 0.45)], [1, faint(tokens.up, 0.45)]]}},
          axisTick: {show: false}, splitLine: {length: 7, lineStyle: {color: tokens.panel, width: 2}},
          axisLabel: {color: tokens.quiet, fontSize: 9, distance: 10}, pointer: {width: 3, length: '62%', itemStyle: {color: tokens.text}},
          anchor: {show: true, size: 6, itemStyle: {color: tokens.text}},
          detail: {formatter: x => signed(x, 1), color: direction(now), fontSize: 16, fontWeight: 650, offsetCenter: [0, '42%']},
          data: [{value: now}],
          tooltip: {formatter: () => `net score, smoothed (EMA, α 0.3)\n${signed(now)} of ±100`},
        },
        {
          type: 'bar', name: 'weighted', data: [{value: weighted, itemStyle: {color: direction(weighted)}}], barWidth: '80%',
          tooltip: {formatter: () => `net score, smoothed by activity\n${signed(weighted)} of ±100`},
        },
        {
          type: 'bar', name: 'windows', xAxisIndex: 1, yAxisIndex: 1, barCategoryGap: '15%',
          data: windows.map(each => ({value: each[this.#part], itemStyle: {color: each[this.#part] < 0 ? tokens.down : tokens.up}})),
          tooltip: {formatter: ({name, value}) => `ten seconds to ${name}\nnet score ${signed(value)}`},
        },
      ],
    };
  }

  #facts({simple_averages: means, current_state: state}, status) {
    const {net_10s: live} = status?.pressure ?? {};
    return [
      ['10 s', signed(live ?? means.avg_net_score_10sec, 1), 'Net score of the last ten seconds of event time'],
      ['1 min', signed(means.avg_net_score_60sec, 1), 'Mean net score of the last 6 windows; an empty one counts as 0'],
      ['5 min', signed(means.avg_net_score_300sec, 1), 'Mean net score of the last 30 windows; an empty one counts as 0'],
      ['bought', volume(state.buying_count), 'Shares that traded on a rising price in the window'],
      ['sold', volume(state.selling_count), 'Shares that traded on a falling price in the window'],
      ['activity', state.activity_level, `${volume(means.avg_activity_60sec)} shares a window in the last minute: against the windows before, and against millions`],
    ];
  }

  #emptiness(status) {
    return this.#part === 'user' && this.store.analytics ? 'No trade of what you watch in this session yet.'
      : status ? 'The first ten seconds of the session are not over yet.' : 'Waiting for the server.';
  }

  #choose(part) {
    this.#part = part;
    this.requestUpdate();
  }
});
