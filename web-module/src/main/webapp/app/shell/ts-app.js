import {html, nothing} from 'lit';
import {LISTS, PAIRS} from '../events/lists.js';
import {keyListener} from '../keys.js';
import {StoreElement} from '../store-element.js';
import {openDialog} from './dialog.js';

const showHelp = () => document.getElementById('help').showModal();

/** The page: sign-in, or the dashboard with its dialogs and keys. */
customElements.define('ts-app', class extends StoreElement {
  static topics = ['session', 'preferences', 'freshness', 'sheet'];
  api;
  keys = keyListener({
    '/': () => this.#search(),
    'f': () => this.#search(),
    'j': () => this.#list()?.move(1),
    'k': () => this.#list()?.move(-1),
    'Enter': () => this.#list()?.openCursor(false),
    'w': () => this.#list()?.openCursor(true),
    'u': () => this.#pick(),
    '?': showHelp,
    ' ': () => this.#lists().forEach(list => list.togglePause()),
    'Escape': () => this.#escape(),
  });

  render() {
    const {store, api} = this;
    if (store.session !== 'signed-in') {
      return store.session === 'starting' ? nothing : html`<ts-login .store=${store} .api=${api}></ts-login>`;
    }
    return html`<div class="dashboard ${store.fresh.stale ? 'stale' : ''}"
        @ts-universes=${this.#pick} @ts-password=${() => this.#open('ts-password')} @ts-help=${showHelp}>
      <ts-top-bar .store=${store}></ts-top-bar>
      <ts-market-line .store=${store}></ts-market-line>
      <nav class="tabs">${Object.entries(PAIRS).map(([pair, title]) => html`<button
        aria-pressed=${store.preferences.pair === pair} @click=${() => store.prefer({pair})}>${title}</button>`)}</nav>
      <main id="lists" class="lists" tabindex="-1">${this.#pairs()}</main>
      <ts-symbol-sheet .store=${store}></ts-symbol-sheet>
      <ts-announcer .store=${store}></ts-announcer></div>`;
  }

  #pairs() {
    const {hidden, pair: chosen} = this.store.preferences;
    const shown = LISTS.filter(({name}) => !hidden.includes(name));
    return Object.keys(PAIRS).map(pair => {
      const lists = shown.filter(spec => spec.pair === pair);
      return lists.length === 0 ? nothing : html`<section class="pair ${pair} ${pair === chosen ? 'chosen' : ''}">
        ${lists.map(spec => html`<ts-event-list .store=${this.store} .spec=${spec}></ts-event-list>`)}</section>`;
    });
  }

  #search() {
    this.querySelector('ts-top-bar > input').focus();
  }

  #pick() {
    this.#open('ts-universe-picker');
  }

  #open(name) {
    const {store, api} = this;
    openDialog(name, this.querySelector('.dashboard'), {store, api});
  }

  #escape() {
    if (this.store.sheet) {
      this.store.close();
    } else {
      this.store.search('');
      this.querySelectorAll('ts-event-list').forEach(list => list.release());
    }
  }

  /** The list in focus, else all. */
  #lists() {
    const list = document.activeElement.closest('ts-event-list');
    return list ? [list] : [...this.querySelectorAll('ts-event-list')];
  }

  /** The list in focus, else the first that can be seen. */
  #list() {
    return this.#lists().find(list => list.checkVisibility());
  }
});
