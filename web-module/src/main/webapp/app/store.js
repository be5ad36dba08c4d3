import {EventBook} from './events/event-book.js';
import {EventRate} from './gauges/event-rate.js';
import {freshness} from './session/freshness.js';

/**
 * Everything the page knows, in one place. Fields are for reading; they change only in here.
 * Listeners hear of a change once per animation frame, whatever came in.
 *
 * Topics: session, freshness, status, rows, counts, universes, sheet, filter, preferences.
 */
export class Store {
  /** Then signed-out or signed-in. */
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
  rate = new EventRate();
  /** The symbol whose sheet is open, and the key of the event that is explained. */
  sheet = null;
  /** Beginning of the symbols to show. */
  filter = '';
  preferences;
  #parts;
  #listeners = new Set();
  #changed = new Set();

  /** @param {StoreParts} parts */
  constructor(parts) {
    this.#parts = parts;
    this.preferences = parts.preferences;
    this.book = new EventBook(parts.read);
  }

  /** @param {string[]} topics @param {() => void} listener @returns {() => void} leaves */
  subscribe(topics, listener) {
    const entry = {topics, listener};
    this.#listeners.add(entry);
    return () => this.#listeners.delete(entry);
  }

  signIn(me) {
    Object.assign(this, {session: 'signed-in', me, universes: me.universes});
    this.#tell('session', 'universes');
  }

  /** Nothing of the last person stays on the page. */
  signOut(trouble = '') {
    Object.assign(this, {session: 'signed-out', trouble, me: null, universes: null, status: null, sheet: null, filter: ''});
    this.forget();
    this.#tell('session');
  }

  /** Starts over with empty lists. */
  forget() {
    this.book = new EventBook(this.#parts.read);
    this.rate.clear();
    this.counts = null;
    this.#tell('rows', 'counts');
  }

  /** Takes one frame of the server. */
  receive(name, data) {
    switch (name) {
      case 'stock_data': return this.#takeEvents(data);
      case 'status_update': return this.#takeStatus(data);
      case 'session_reset': return this.#beginSession(data);
      case 'universe_updated': return this.watch(data);
      case 'gap': return this.#miss(data);
      case 'error': return console.warn('server refused a frame:', data.message);
      default: return undefined;
    }
  }

  connect(connection) {
    this.connection = connection;
    this.tick();
  }

  /** Time went by: data gets old by itself. */
  tick() {
    const fresh = freshness(this, this.#parts.now());
    if (fresh.text !== this.fresh.text || fresh.stale !== this.fresh.stale) {
      this.#tell('freshness');
    }
    this.fresh = fresh;
  }

  watch(universes) {
    this.universes = universes;
    this.#tell('universes');
  }

  /** Opens a sheet. @param {number | null} key of an event to explain */
  open(symbol, key = null) {
    this.sheet = {symbol, key};
    this.#tell('sheet');
  }

  close() {
    this.sheet = null;
    this.#tell('sheet');
  }

  search(text) {
    this.filter = text.trim().toUpperCase();
    this.#tell('filter');
  }

  prefer(change) {
    this.preferences = {...this.preferences, ...change};
    this.#parts.save(this.preferences);
    this.#tell('preferences');
  }

  /** Reads what is missing. @param {Row} row of a gap */
  async fill(row) {
    const filled = this.book.fill(row);
    this.#tell('rows');
    await filled;
    this.#tell('rows');
  }

  /** Reads a list further back. @param {string} name */
  async older(name) {
    await this.book.older(name).catch(() => undefined);
    this.#tell('rows');
  }

  /** Event time of the newest thing known, or null. */
  get eventMs() {
    return Math.max(this.status?.feed_time_ms ?? 0, this.book.newestMs) || null;
  }

  #takeEvents(data) {
    const {cursor} = this.book;
    if (cursor && (data.from > cursor.after || data.epoch !== cursor.epoch)) {
      this.rate.clear();
    }
    this.book.take(data).forEach(event => this.rate.add(event.ts_ms));
    this.marketSession = data.market_session;
    this.counts = data.counts;
    this.#tell('rows', 'counts', 'status');
  }

  #takeStatus(data) {
    this.status = data;
    this.statusAtMs = this.#parts.now();
    this.marketSession = data.market_session;
    this.#tell('status');
    this.tick();
  }

  #beginSession(data) {
    this.book.beginSession(data);
    this.marketSession = data.new_session;
    this.#tell('rows', 'status');
  }

  #miss(data) {
    this.book.declare(data);
    this.rate.clear();
    this.#tell('rows');
  }

  #tell(...topics) {
    if (this.#changed.size === 0) {
      this.#parts.frame(() => this.#draw());
    }
    topics.forEach(topic => this.#changed.add(topic));
  }

  #draw() {
    const changed = this.#changed;
    this.#changed = new Set();
    for (const {topics, listener} of [...this.#listeners]) {
      if (topics.some(topic => changed.has(topic))) {
        listener();
      }
    }
  }
}
