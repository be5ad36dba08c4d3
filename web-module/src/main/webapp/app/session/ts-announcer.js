import {html} from 'lit';
import {LISTS} from '../events/lists.js';
import {price} from '../format.js';
import {StoreElement} from '../store-element.js';

const QUIET_MS = 5000;

/** Tells a screen reader what came in, politely and at most every 5 s. */
export class TsAnnouncer extends StoreElement {
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
    const {book, fresh} = this.store;
    const news = LISTS.map(({name, noun}) => {
      const list = book.lists.get(name);
      const count = list.arrived - (this.#before.get(name) ?? 0);
      this.#before.set(name, list.arrived);
      const newest = list.newest();
      return count > 0 && newest ? `${count} ${noun}, latest ${newest.symbol} ${price(newest.price)}` : '';
    });
    // Without the seconds, which change all the time.
    const state = fresh.level === 'live' ? '' : fresh.text.replace(/ \d.*/, '');
    this.#timer = 0;
    this.#text = [state, ...news].filter(Boolean).join('; ');
    this.requestUpdate();
  }
}
