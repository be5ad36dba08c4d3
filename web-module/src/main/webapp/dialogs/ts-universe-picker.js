import {html} from 'lit';
import {several, whole} from '../app/format.js';
import {StoreElement} from '../app/store-element.js';

const TRACKERS = {highlow: 'Highs and lows', market: 'Trends and surges'};

/** Which universes feed the highs and lows, and which the trends and surges. */
customElements.define('ts-universe-picker', class extends StoreElement {
  static topics = ['universes'];
  api;
  #all = null;
  #chosen = {};
  #search = '';
  #message = '';

  async show() {
    const {highlow, market} = this.store.universes;
    this.#chosen = {highlow: new Set(highlow), market: new Set(market)};
    this.#search = '';
    this.querySelector('dialog').showModal();
    try {
      // Read with each opening: an import may have brought universes, or members of those that are watched.
      const [{universes}, me] = await Promise.all([this.api.universes(), this.api.me()]);
      this.#all = universes;
      this.store.watch(me.universes);
      this.#say('');
    } catch ({message}) {
      this.#say(`Not read: ${message} Try again later.`);
    }
  }

  render() {
    return html`<dialog class="picker" aria-label="Universes"><form method="dialog">
      <header><h2>Universes</h2><button aria-label="Close">✕</button></header>
      <input type="search" placeholder="Search by name or title" aria-label="Search universes" autofocus .value=${this.#search}
        @input=${this.#filter} @keydown=${event => event.key === 'Enter' && event.preventDefault()}>
      <div class="picker-table">${this.#table()}</div>
      <p role="status">${this.#message || `You watch ${several(this.store.universes?.symbol_count, 'symbol')} in all.`}</p>
      <footer><button>Close</button><button type="button" class="primary" @click=${this.#save}>Save</button></footer>
    </form></dialog>`;
  }

  #table() {
    const found = this.#all?.filter(({name, title}) => `${name} ${title}`.toLowerCase().includes(this.#search));
    if (!found?.length) {
      return html`<p class="empty">${found ? 'No universe is called so.' : 'Reading…'}</p>`;
    }
    return html`<table><thead><tr><th>Universe</th><th>Symbols</th>
      ${Object.values(TRACKERS).map(title => html`<th>${title}</th>`)}</tr></thead>
      <tbody>${found.map(each => this.#row(each))}</tbody></table>`;
  }

  #row({name, title, symbol_count: symbols}) {
    return html`<tr><th scope="row">${title} <small>${name}</small></th><td>${whole(symbols)}</td>
      ${Object.entries(TRACKERS).map(([tracker, what]) => html`<td><input type="checkbox" aria-label="${title} for ${what}"
        .checked=${this.#chosen[tracker].has(name)}
        @change=${({target}) => this.#choose(this.#chosen[tracker], name, target.checked)}></td>`)}</tr>`;
  }

  #choose(names, name, on) {
    names[on ? 'add' : 'delete'](name);
    this.#say('Not saved yet.');
  }

  #filter({target}) {
    this.#search = target.value.trim().toLowerCase();
    this.requestUpdate();
  }

  async #save() {
    const [highlow, market] = Object.values(this.#chosen).map(names => [...names]);
    try {
      const saved = await this.api.saveUniverses({market, highlow});
      this.store.watch(saved);
      this.#say(`Saved: ${several(saved.symbol_count, 'symbol')} in all.`);
    } catch ({message}) {
      this.#say(`Not saved: ${message}`);
    }
  }

  #say(message) {
    this.#message = message;
    this.requestUpdate();
  }
});
