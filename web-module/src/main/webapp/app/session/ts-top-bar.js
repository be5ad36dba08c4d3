import {html, nothing} from 'lit';
import {SESSIONS} from '../events/lists.js';
import {day, time} from '../format.js';
import {StoreElement} from '../store-element.js';

/** The bar: session, time of the data, how fresh it is, what is watched, search and menu. */
customElements.define('ts-top-bar', class extends StoreElement {
  static topics = ['rows', 'status', 'freshness', 'universes', 'filter'];

  render() {
    const {store} = this;
    const {fresh, status, marketSession, eventMs} = store;
    const date = day(eventMs);
    const {provider, feed_detail: detail = ''} = status ?? {};
    // Not the market of today: that must be said.
    const warning = provider && provider !== 'massive';
    return html`<h1 class="name">TickStock</h1><a href="market/">Market</a>
      <span class="session">${SESSIONS[marketSession] ?? '–'}</span>
      <span class="clock" title="Event time in New York">
        ${[day(Date.now()), '–'].includes(date) ? nothing : date} <time>${time(eventMs)}</time> ET</span>
      <span class="freshness level-${fresh.level}" title=${detail}><i class="dot"></i>${fresh.text}</span>
      ${warning ? html`<strong class="provider" title=${detail}>${provider.toUpperCase()}</strong>` : nothing}
      <button class="universes" title="Choose universes (u)" @click=${() => this.ask('ts-universes')}>
        ${summary(store.universes)}</button>
      <input type="search" placeholder="Symbol  /" aria-label="Search a symbol" autocomplete="off" spellcheck="false"
        maxlength="12" .value=${store.filter} @input=${({target}) => store.search(target.value)} @keydown=${this.#onKey}>
      <ts-user-menu .store=${store}></ts-user-menu>`;
  }

  #onKey({key, target}) {
    if (key === 'Enter' && this.store.filter) {
      this.store.open(this.store.filter);
    } else if (key === 'Escape') {
      target.blur();
    }
  }
});

function summary(universes) {
  if (!universes) {
    return nothing;
  }
  const names = [...new Set([...universes.highlow, ...universes.market])];
  const text = names.length > 2 ? `${names.length} universes` : names.join(' + ') || 'no universe';
  return `${text} (${universes.symbol_count})`;
}
