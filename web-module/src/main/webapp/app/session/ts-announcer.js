import {html} from 'lit';
import {LISTS} from '../events/lists.js';
import {price} from '../format.js';
import {StoreElement} from '../store-element.js';

const QUIET_MS = 5000;

/** Tells a screen reader what came in, at most every 5 s. */
customElements.define('ts-announcer', class extends StoreElement {
  static topics = ['rows', 'freshness'];
  #before = new Map();
  #text = '';
  #timer = 0;

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  render() {
    this.#timer ||= setTimeout(() => this.#announce(), QUIET_MS);
    return html`<p class="unseen" role="status">${this.#text}</p>`;
  }

  #announce() {
    const news = LISTS.map(({name, noun}) => {
      const list = this.store.book.lists.get(name);
      const count = list.arrived - (this.#before.get(name) ?? 0);
      this.#before.set(name, list.arrived);
      const newest = list.newest();
      return count > 0 && newest ? `${count} ${noun}, latest ${newest.symbol} ${price(newest.price)}` : '';
    });
    const {level} = this.store.fresh;
    this.#timer = 0;
    this.#text = [level === 'live' ? '' : level, ...news].filter(Boolean).join('; ');
    this.requestUpdate();
  }
});
