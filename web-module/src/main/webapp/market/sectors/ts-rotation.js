import {html} from 'lit';
import {decimal, percent} from '../../app/format.js';
import {axis, ChartElement, faint} from '../chart-element.js';
import {asOf, nothingYet} from '../facts.js';
import {placeOf} from './labels.js';

const MIDDLE = 100;
const ROOM = 0.25;
/** Across, in pixels: where a sector is now. */
const DOT = 11;
const GRID = {left: 44, right: 8, top: 6, bottom: 36};
const QUADRANTS = [['improving', 0, 1], ['leading', 1, 1], ['weakening', 1, 0], ['lagging', 0, 0]];
/** Short names, since eleven labels share one picture. */
const SHORT = {
  'Communication Services': 'Communication', 'Consumer Discretionary': 'Discretionary', 'Consumer Staples': 'Staples',
  'Information Technology': 'Technology',
};

/** The rotation graph: strength against momentum, and where each sector came from. */
customElements.define('ts-rotation', class extends ChartElement {
  static topics = ['sector', 'preferences'];
  #chosen = null;

  render() {
    const {sector} = this.store;
    const known = sector?.groups.some(({rotation}) => rotation);
    return !sector ? nothingYet(this.store, 'sector')
      : known ? html`<div class="chart" role="img" aria-label="Rotation of sectors"></div>${asOf(sector)}`
        : html`<p class="empty">Rotation needs 158 trade days of the members' bars; there are fewer.</p>`;
  }

  option(tokens) {
    const groups = (this.store.sector?.groups ?? []).filter(({rotation}) => rotation);
    if (groups.length === 0) {
      return null;
    }
    const points = groups.flatMap(({trail, rotation}) => [...trail, rotation]);
    const reach = key => Math.max(0.5, ...points.map(point => Math.abs(point[key] - MIDDLE))) + ROOM;
    const [wide, high] = [reach('rs_ratio'), reach('rs_momentum')];
    const colour = {leading: tokens.up, weakening: tokens.caution, lagging: tokens.down, improving: tokens.focus};
    const beside = this.#beside(groups, wide, high);
    const label = {color: tokens.quiet, fontSize: 10, formatter: x => decimal(x, 1)};
    const scale = (name, half) => axis(tokens, {
      name, nameLocation: 'middle', nameGap: 22, nameTextStyle: {color: tokens.quiet, fontSize: 11}, type: 'value',
      min: MIDDLE - half, max: MIDDLE + half, interval: half / 2, splitLine: {show: false}, axisLabel: label,
    });
    return {
      grid: GRID,
      xAxis: scale('relative strength', wide),
      yAxis: {...scale('momentum', high), nameGap: 32},
      tooltip: {formatter: ({data}) => data.words ?? ''},
      series: [{
        type: 'scatter', data: [], silent: true,
        markArea: {silent: true, data: QUADRANTS.map(([name, right, up]) => [{
          name, xAxis: right ? MIDDLE : MIDDLE - wide, yAxis: up ? MIDDLE : MIDDLE - high,
          itemStyle: {color: faint(colour[name], 0.06)},
          label: {position: `inside${up ? 'Top' : 'Bottom'}${right ? 'Right' : 'Left'}`, color: faint(colour[name], 0.9), fontSize: 11},
        }, {xAxis: right ? MIDDLE + wide : MIDDLE, yAxis: up ? MIDDLE + high : MIDDLE}])},
        markLine: {silent: true, symbol: 'none', label: {show: false}, lineStyle: {color: tokens.line, type: 'solid'},
          data: [{xAxis: MIDDLE}, {yAxis: MIDDLE}]},
      }, ...groups.map((group, at) => this.#trail(group, colour[group.rotation.quadrant], beside(at), tokens))],
    };
  }

  /** Each label goes beside its dot where none is before it, nor a dot if it can be; one without room shows while its sector is hovered. */
  #beside(groups, wide, high) {
    const {left, right, top, bottom} = GRID;
    const places = [];
    return at => ({rect, labelRect}) => {
      const {clientWidth, clientHeight} = this.querySelector('.chart');
      const [width, height] = [clientWidth - left - right, clientHeight - top - bottom];
      const dots = groups.map(({rotation}) => ({
        x: left + (rotation.rs_ratio - MIDDLE + wide) / (2 * wide) * width - DOT / 2,
        y: top + (MIDDLE + high - rotation.rs_momentum) / (2 * high) * height - DOT / 2, width: DOT, height: DOT,
      }));
      const taken = places.slice(0, at).filter(Boolean);
      const within = {x: left, y: top, width, height};
      places[at] = placeOf(rect, labelRect, [...taken, ...dots], within) ?? placeOf(rect, labelRect, taken, within);
      const {x, y} = places[at] ?? {};
      return {...places[at] && {x, y, align: 'left', verticalAlign: 'top'}, hideOverlap: true};
    };
  }

  pick({data}) {
    this.#chosen = this.#chosen === data.group ? null : data.group;
    this.requestUpdate();
  }

  #trail({name, trail, rotation, symbol_count: size, equal_weighted: returns}, colour, beside, tokens) {
    const isDim = this.#chosen !== null && this.#chosen !== name;
    const path = [...trail.filter(({trade_date: date}) => date !== rotation.trade_date), rotation];
    const isNow = at => at === path.length - 1;
    return {
      type: 'line', name, smooth: 0.3, symbol: 'circle', z: isDim ? 2 : 3,
      lineStyle: {color: faint(colour, isDim ? 0.08 : this.#chosen === name ? 0.9 : 0.28), width: this.#chosen === name ? 2.5 : 1.2}, itemStyle: {color: faint(colour, isDim ? 0.2 : 0.9)}, emphasis: {focus: 'series', lineStyle: {width: 2.5, color: colour}},
      labelLayout: params => isNow(params.dataIndex) ? beside(params) : {},
      data: path.map((point, at) => ({
        value: [point.rs_ratio, point.rs_momentum], symbolSize: isNow(at) ? DOT : 2 + 3 * at / path.length, group: name,
        label: {show: isNow(at) && !isDim, formatter: SHORT[name] ?? name, position: 'right', color: tokens.text, fontSize: 11, lineHeight: 13},
        words: `${name}, ${point.trade_date}: ${point.quadrant}\nstrength ${decimal(point.rs_ratio)}, momentum ${decimal(point.rs_momentum)}`
          + (isNow(at) ? `\n${size} symbols, week ${percent(returns['1w'])}, month ${percent(returns['1m'])}\nclick: this one alone` : ''),
      })),
    };
  }
});
