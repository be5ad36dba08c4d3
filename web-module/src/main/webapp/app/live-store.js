import {EventRate} from './gauges/event-rate.js';
import {freshness} from './session/freshness.js';
import {Topics} from './topics.js';

/** What every page with a stream knows: who looks and how they like it, and how fresh the data is. */
export class LiveStore extends Topics {
  me = null;
  preferences;
  connection = {state: 'closed', sinceMs: 0, attempt: 0};
  /** Data of the last status_update, and when it came. */
  status = null;
  statusAtMs = 0;
  fresh = freshness(this, 0);
  marketSession = null;
  counts = null;
  /** What is missing cannot be counted: after a gap the minute starts anew. */
  rate = new EventRate();
  /** Who takes a frame, by its name. */
  frames = {status_update: this.#takeStatus, error: ({message}) => console.warn('frame refused:', message)};
  /** @type {StoreParts} */ parts;

  constructor(parts) {
    super(parts.frame);
    this.parts = parts;
    this.preferences = parts.preferences;
  }

  receive(name, data) {
    this.frames[name]?.call(this, data);
  }

  connect(connection) {
    this.connection = connection;
    this.tick();
  }

  /** Time went by: data gets old by itself. */
  tick() {
    const fresh = freshness(this, this.parts.now());
    if (fresh.text !== this.fresh.text || fresh.stale !== this.fresh.stale) {
      this.set({fresh}, 'freshness');
    }
  }

  prefer(change) {
    this.set({preferences: {...this.preferences, ...change}}, 'preferences');
    this.parts.save(this.preferences);
  }

  #takeStatus(status) {
    this.set({status, statusAtMs: this.parts.now(), marketSession: status.market_session}, 'status');
    this.tick();
  }
}
