import {html} from 'lit';
import {decimal, percent, several} from '../../app/format.js';
import {ChartElement, mixed} from '../chart-element.js';
import {asOf, nothingYet} from '../facts.js';

const WINDOWS = {'1d': ['day', 2], '1w': ['week', 4], '1m': ['month', 8], '3m': ['quarter', 15]};
const KINDS = {sector: 'sectors', industry: 'industries'};

/** The heat map: every group, as large as it has members, coloured by what it did. */
customElements.define('ts-sectors', class extends ChartElement {
  static topics = ['sector', 'industry', 'board', 'preferences'];

  render() {
    const {store} = this;
    const {kind, window} = store.board.sectors;
    return html`<div class="choices">${choices(KINDS, kind, name => this.#choose({kind: name}))}<span class="gap"></span>
        ${choices(WINDOWS, window, name => this.#choose({window: name}))}</div>
      ${store[kind] ? html`<div class="chart" role="img" aria-label="Heat map of ${KINDS[kind]}"></div>${asOf(store[kind])}` : nothingYet(store, kind)}`;
  }

  option(tokens) {
    const {kind, window} = this.store.board.sectors;
    const groups = this.store[kind]?.groups;
    if (!groups) {
      return null;
    }
    const full = WINDOWS[window]?.[1] ?? 2;
    const tiles = groups.filter(({symbol_count: size}) => size > 0).map(group => {
      const change = group.equal_weighted[window];
      return {name: group.name, value: group.symbol_count, group, change, itemStyle: {color: heat(tokens, change, full)}};
    });
    return {
      tooltip: {formatter: ({data}) => data.group ? words(data.group) : ''},
      series: [{
        type: 'treemap', roam: false, nodeClick: false, emphasis: {disabled: true}, breadcrumb: {show: false}, left: 0, right: 0, top: 0, bottom: 0,
        itemStyle: {borderColor: tokens.panel, borderWidth: 1, gapWidth: 1},
        label: {color: tokens.text, fontSize: 12, lineHeight: 15, overflow: 'truncate', formatter: ({data}) => `${data.name}\n${percent(data.change)}`},
        data: tiles,
      }],
    };
  }

  pick({data}) {
    this.store.filterBy({[this.store.board.sectors.kind]: data.name});
  }

  #choose(change) {
    this.store.arrange({sectors: {...this.store.board.sectors, ...change}});
  }
});

const choices = (all, chosen, choose) => Object.entries(all).map(([name, title]) => html`<button
  aria-pressed=${name === chosen} @click=${() => choose(name)}>${Array.isArray(title) ? title[0] : title}</button>`);

const heat = (tokens, change, full) => Number.isFinite(change)
  ? mixed(tokens.panel, change < 0 ? tokens.down : tokens.up, 0.12 + 0.6 * Math.min(1, Math.abs(change) / full)) : tokens.raised;

function words({name, symbol_count: size, rank, equal_weighted: equal, cap_weighted: cap, day_change: day, above_sma50: above, leaders, laggards}) {
  const line = (title, returns) => `${title} ${Object.keys(WINDOWS).map(window => `${window} ${percent(returns[window])}`).join('  ')}`;
  return `${name}: ${several(size, 'symbol')}${rank ? `, rank ${rank}` : ''}\n${line('mean', equal)}\n${line('by cap', cap)}\n`
    + `${day.up} up, ${day.down} down; ${decimal(above.pct_up, 0)} % above SMA 50\nled by ${leaders.join(' ')}\nlast ${laggards.join(' ')}`;
}
