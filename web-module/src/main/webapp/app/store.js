import {EventBook} from './events/event-book.js';
import {EventRate} from './gauges/event-rate.js';
import {LiveStore} from './live-store.js';

/** Everything the page knows. */
export class Store extends LiveStore {
  /** Or signed-out, signed-in. */
  session = 'starting';
  trouble = '';
  /** What is watched: {market, highlow, symbol_count}. */
  universes = null;
  book = new EventBook(this.parts.read);
  /** The symbol whose sheet is open, and the key of the event that is explained. */
  sheet = null;
  /** How the symbols to show begin. */
  filter = '';

  /** @param {StoreParts} parts */
  constructor(parts) {
    super(parts);
    Object.assign(this.frames, {
      stock_data: this.#takeEvents, session_reset: this.#beginSession, universe_updated: this.watch, gap: this.#miss,
    });
  }

  /** Where to resume. */
  get cursor() {
    return this.book.cursor;
  }

  signIn(me) {
    this.set({session: 'signed-in', me, universes: me.universes}, 'session', 'universes');
  }

  /** Nothing of the last person stays on the page. */
  signOut(trouble = '') {
    this.forget();
    this.set({session: 'signed-out', trouble, me: null, universes: null, status: null, sheet: null, filter: ''}, 'session');
  }

  forget() {
    this.rate = new EventRate();
    this.set({book: new EventBook(this.parts.read), counts: null}, 'rows', 'counts');
  }

  watch(universes) {
    this.set({universes}, 'universes');
  }

  /** Opens a sheet. @param {number | null} key of an event to explain */
  open(symbol, key = null) {
    this.set({sheet: {symbol, key}}, 'sheet');
  }

  close() {
    this.set({sheet: null}, 'sheet');
  }

  search(text) {
    this.set({filter: text.trim().toUpperCase()}, 'filter');
  }

  /** Draws before and after the book reads the log. */
  async load(read) {
    const reading = read(this.book);
    this.redraw('rows');
    await reading.catch(() => undefined);
    this.redraw('rows');
  }

  /** Event time of the newest thing known, or null. */
  get eventMs() {
    return Math.max(this.status?.feed_time_ms ?? 0, this.book.newestMs) || null;
  }

  #takeEvents(data) {
    if (data.epoch !== this.book.cursor?.epoch) {
      this.rate = new EventRate();
    }
    this.book.take(data).forEach(event => this.rate.add(event.ts_ms));
    this.set({marketSession: data.market_session, counts: data.counts}, 'rows', 'counts', 'status');
  }

  #beginSession(data) {
    this.book.beginSession(data);
    this.set({marketSession: data.new_session}, 'rows', 'status');
  }

  #miss(data) {
    this.book.declare(data);
    this.rate = new EventRate();
    this.redraw('rows');
  }
}
