import {EventBook} from './events/event-book.js';
import {EventRate} from './gauges/event-rate.js';
import {freshness} from './session/freshness.js';
import {Topics} from './topics.js';

/** Everything the page knows. */
export class Store extends Topics {
  /** Or signed-out, signed-in. */
  session = 'starting';
  trouble = '';
  me = null;
  /** What is watched: {market, highlow, symbol_count}. */
  universes = null;
  connection = {state: 'closed', sinceMs: 0, attempt: 0};
  /** Data of the last status_update, and when it came. */
  status = null;
  statusAtMs = 0;
  fresh = freshness(this, 0);
  marketSession = null;
  counts = null;
  book;
  /** What is missing cannot be counted: after a gap the minute starts anew. */
  rate = new EventRate();
  /** The symbol whose sheet is open, and the key of the event that is explained. */
  sheet = null;
  /** How the symbols to show begin. */
  filter = '';
  preferences;
  #parts;

  /** @param {StoreParts} parts */
  constructor(parts) {
    super(parts.frame);
    this.#parts = parts;
    this.preferences = parts.preferences;
    this.book = new EventBook(parts.read);
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
    this.set({book: new EventBook(this.#parts.read), counts: null}, 'rows', 'counts');
  }

  receive(name, data) {
    const take = {
      stock_data: this.#takeEvents, status_update: this.#takeStatus, session_reset: this.#beginSession,
      universe_updated: this.watch, gap: this.#miss, error: ({message}) => console.warn('frame refused:', message),
    }[name];
    take?.call(this, data);
  }

  connect(connection) {
    this.connection = connection;
    this.tick();
  }

  /** Time went by: data gets old by itself. */
  tick() {
    const fresh = freshness(this, this.#parts.now());
    if (fresh.text !== this.fresh.text || fresh.stale !== this.fresh.stale) {
      this.set({fresh}, 'freshness');
    }
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

  prefer(change) {
    this.set({preferences: {...this.preferences, ...change}}, 'preferences');
    this.#parts.save(this.preferences);
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

  #takeStatus(status) {
    this.set({status, statusAtMs: this.#parts.now(), marketSession: status.market_session}, 'status');
    this.tick();
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
