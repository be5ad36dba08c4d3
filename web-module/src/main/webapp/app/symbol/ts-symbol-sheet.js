import {html, nothing} from 'lit';
import {repeat} from 'lit-html/directives/repeat.js';
import {percent, price, signed, time} from '../format.js';
import {StoreElement} from '../store-element.js';
import {why} from './why.js';

const SHOWN = 50;

/** One symbol at the side: its range and last events, and why each came. */
customElements.define('ts-symbol-sheet', class extends StoreElement {
  static topics = ['sheet', 'rows'];

  render() {
    const {sheet, book} = this.store;
    this.hidden = !sheet;
    if (!sheet) {
      return nothing;
    }
    const rows = [...book.lists.values()].flatMap(list => list.rows)
        .filter(row => row.event?.symbol === sheet.symbol).sort((a, b) => b.key - a.key);
    const standing = rows.filter(row => row.revision?.status !== 'retracted').map(row => row.event);
    return html`<header><h2>${sheet.symbol}</h2><a href="market/?symbol=${sheet.symbol}">Chart</a>
        <button @click=${() => this.store.close()} aria-label="Close the sheet" title="Close (Esc)">✕</button></header>
      ${standing.length > 0 ? facts(standing) : html`<p class="empty">No event of ${sheet.symbol} that stands is in the
        lists. The end of each list leads to older ones.</p>`}
      <div class="sheet-events">${repeat(rows.slice(0, SHOWN), row => row.key, row => this.#event(row))}</div>`;
  }

  #event({key, event, revision}) {
    return html`<details ?open=${key === this.store.sheet.key}>
      <summary class="${event.direction} ${revision?.status ?? ''}"><time>${time(event.ts_ms)}</time><b>${event.label.replaceAll('_', ' ')}</b>
        <span>${price(event.price)}</span><span>${percent(event.percent_change)}</span></summary>
      <dl>${why(event, revision).map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
      ${event.why ? windows(event.why.windows) : nothing}</details>`;
  }
});

function facts(events) {
  const [{price: last, percent_change: change, ts_ms: ms}] = events;
  const {session_low: low, session_high: high, ts_ms: seenMs} = events.find(event => event.session_high) ?? {};
  const at = high > low ? Math.min(98, Math.max(0, (last - low) / (high - low) * 98)) : 49;
  return html`<p class="last"><b>${price(last)}</b> <span class=${change < 0 ? 'down' : 'up'}>${percent(change)}</span>
      <small class="quiet">at ${time(ms)}</small></p>
    ${seenMs ? html`<p class="range"><span>low ${price(low)}</span><svg viewBox="0 0 100 8" preserveAspectRatio="none">
        <rect width="100" height="8"/><rect class="at" x=${at} width="2" height="8"/></svg><span>high ${price(high)}</span>
      <small class="quiet">of the session, as at ${time(seenMs)}</small></p>` : nothing}`;
}

function windows(list) {
  return html`<table><thead><tr>${Object.keys(list[0]).map(name => html`<th>${name}</th>`)}</tr></thead>
    <tbody>${list.map(each => html`<tr>${Object.values(each).map((value, i) => html`<td>
      ${i < 2 ? value : signed(value)}</td>`)}</tr>`)}</tbody></table>`;
}
