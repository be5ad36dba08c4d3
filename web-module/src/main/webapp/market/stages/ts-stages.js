import {html, nothing} from 'lit';
import {decimal, several, whole} from '../../app/format.js';
import {StoreElement} from '../../app/store-element.js';
import {asOf, nothingYet} from '../facts.js';

const RULES = {
  '3A': 'close > SMA 50 > SMA 200, six ATR or more above the SMA 50',
  '2C': 'close > EMA 10 > SMA 20 > SMA 50 > SMA 200, three ATR or more above the SMA 50',
  '2B': 'close > SMA 50 > SMA 200, and the SMA 200 rises',
  '2A': 'above the SMA 200, and the SMA 50 came up through it lately; or what is left above it',
  '1A': 'came up through the SMA 50 on volume, still near the SMA 200',
  '1B': 'the SMA 200 is flat, and the price is near it',
  '3B': 'below the SMA 20 or 50, while the SMA 50 is above the SMA 200',
  '4C': 'below the low of 50 bars, or fell through the SMA 200 on volume',
  '4B': 'close < SMA 50 < SMA 200, and the SMA 200 falls',
  '4A': 'what is left below the SMA 200',
  insufficient: 'fewer than 200 bars',
};
const UP = /^(1A|2|3A)/;
const SHOWN = 60;

/** How many symbols are in which stage, who changed, and who is about to. */
customElements.define('ts-stages', class extends StoreElement {
  static topics = ['stages', 'filter'];

  render() {
    const {stages: found, filter} = this.store;
    if (!found) {
      return nothingYet(this.store, 'stages');
    }
    const most = Math.max(1, ...found.stages.map(({count}) => count));
    return html`<div class="scroll"><table class="figures stages">
      <thead><tr><th>Stage</th><th></th><th></th><th class="number">n</th><th class="number">%</th></tr></thead>
      <tbody>${found.stages.map(each => this.#row(each, most, filter.stage === each.stage))}</tbody></table>
      ${list('Changed today', found.changed_today, ({symbol, stage}) => this.#symbol(symbol, stage), 'Confirmed by the second close in a row')}
      ${list('About to change', found.previews, ({symbol, stage, stage_live: live}) => this.#symbol(symbol, `${stage}→${live}`),
          'What the newest bar would be by itself; a second close has to confirm it')}</div>${asOf(found)}`;
  }

  #row({stage, name, count, pct}, most, isChosen) {
    return html`<tr class=${isChosen ? 'chosen' : ''} title="${RULES[stage]}. Click: only these in the rankings" tabindex="0"
        @click=${() => this.#choose(stage, isChosen)} @keydown=${({key}) => key === 'Enter' && this.#choose(stage, isChosen)}>
      <th>${stage === 'insufficient' ? '–' : stage}</th><td>${name}</td>
      <td><svg class="meter" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect
        class=${stage === 'insufficient' ? '' : UP.test(stage) ? 'up' : /^4|3B/.test(stage) ? 'down' : 'at'} width=${count / most * 100} height="1"/></svg></td>
      <td class="number">${whole(count)}</td><td class="number">${decimal(pct, 1)}</td></tr>`;
  }

  #choose(stage, isChosen) {
    this.store.filterBy({stage: isChosen ? '' : stage});
  }

  #symbol(symbol, text) {
    return html`<button class="chip" title="Show ${symbol} in the chart" @click=${() => this.store.show(symbol)}><b>${symbol}</b> ${text}</button>`;
  }
});

const list = (title, rows, show, about) => rows.length === 0 ? nothing : html`<h3 title=${about}>${title} <small class="quiet">${several(rows.length, 'symbol')}</small></h3>
  <p class="chips">${rows.slice(0, SHOWN).map(show)}${rows.length > SHOWN ? html`<small class="quiet">and ${rows.length - SHOWN} more</small>` : nothing}</p>`;
