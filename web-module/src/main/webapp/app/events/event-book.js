import {EventList, RUN} from './event-list.js';
import {LISTS, eventsOf, listOf} from './lists.js';

const PAGE = 1000;
const OLDER = 200;
const MOST_PAGES = 10;

/** What was received of the server's log: the six lists, how far they reach, and what is missing in between. */
export class EventBook {
  /** By name. */
  lists = new Map(LISTS.map(({name}) => [name, new EventList()]));
  /** Event time of the newest event. */
  newestMs = null;
  #read;
  #epoch = null;
  #run = 0;
  #offset = 0;
  /** The gap whose end is not known yet. */
  #gap = null;

  /** @param {StoreParts['read']} read */
  constructor(read) {
    this.#read = read;
  }

  /** Where to resume; null before the first frame. */
  get cursor() {
    return this.#epoch === null ? null : {epoch: this.#epoch, after: this.#offset};
  }

  /** Takes a stock_data frame. @returns {MarketEvent[]} those that are new */
  take(frame) {
    const fresh = this.#epoch !== null;
    const events = eventsOf(frame);
    if (frame.epoch !== this.#epoch) {
      this.#beginRun(frame);
    } else if (frame.from > this.#offset) {
      this.#miss(this.#offset + 1, frame.from);
    }
    if (this.#gap && events.length > 0) {
      this.#gap.untilMs = events[0].ts_ms;
      this.#gap = null;
    }
    const added = events.filter(event => this.#add(event, fresh));
    this.#offset = Math.max(this.#offset, frame.to);
    this.#trim();
    return added;
  }

  /** The server says what it cannot send any more. A new epoch speaks for itself with its first frame. */
  declare({epoch, from, to}) {
    if (epoch === this.#epoch && to > this.#offset) {
      this.#miss(Math.max(from, this.#offset + 1), to);
      this.#offset = to;
    }
  }

  beginSession({new_session: session, trade_date: tradeDate}) {
    this.lists.forEach(list => list.beginSession(session, tradeDate, this.#key(this.#offset) + 0.5));
  }

  /** Reads what is missing from the log and puts it where it belongs. @param {Row} row of a gap */
  async fill(row) {
    const {gap} = row;
    let lost = null;
    gap.state = 'loading';
    for (let after = gap.from - 1; after < gap.to;) {
      const page = await this.#read(after, PAGE).catch(() => null);
      if (!page) {
        gap.state = 'failed';
        return;
      }
      if (page.epoch !== this.#epoch || gap.run !== this.#run || page.to <= after) {
        lost = {from: after + 1, to: gap.to};
        break;
      }
      page.events.forEach(event => event.offset <= gap.to && this.#add(event, false));
      if (page.gap?.from <= gap.to) {
        lost = {from: page.gap.from, to: Math.min(gap.to, page.gap.to)};
      }
      after = page.to;
    }
    if (lost) {
      Object.assign(gap, lost, {state: 'lost'});
    } else {
      this.lists.forEach(list => list.unmark(row));
    }
    this.#trim();
  }

  /** Reads one list further back, from its oldest row. @param {string} name */
  async older(name) {
    const list = this.lists.get(name);
    const enough = list.size + OLDER;
    list.held = true;
    for (let page = 0; page < MOST_PAGES && this.reach(name) > 0 && list.size < enough; page++) {
      const before = this.reach(name);
      const after = Math.max(0, before - PAGE);
      const {epoch, events, gap} = await this.#read(after, before - after);
      if (epoch !== this.#epoch) {
        return;
      }
      events.forEach(event => event.offset <= before && listOf(event) === name && list.add(event, this.#run, false));
      // What the log no longer holds is the end of the way back.
      list.floor = this.#key(gap ? 0 : after);
    }
    list.trim();
  }

  /** Down to which offset of this run a list is complete; 0 is its beginning. @param {string} name */
  reach(name) {
    return Math.max(0, this.lists.get(name).floor - this.#key(0));
  }

  #beginRun({epoch, from}) {
    this.#run++;
    this.#epoch = epoch;
    this.#offset = from;
    this.newestMs = null;
    for (const list of this.lists.values()) {
      list.floor = this.#key(from);
      if (list.size > 0) {
        list.mark({kind: 'restart', key: this.#key(0) + 0.1});
      }
    }
  }

  #add(event, fresh) {
    const added = this.lists.get(listOf(event))?.add(event, this.#run, fresh) ?? false;
    if (added) {
      this.newestMs = Math.max(this.newestMs, event.ts_ms);
    }
    return added;
  }

  #miss(from, to) {
    this.#gap = {from, to, run: this.#run, sinceMs: this.newestMs, untilMs: null, state: 'open'};
    const row = {kind: 'gap', key: this.#key(to) + 0.25, gap: this.#gap};
    this.lists.forEach(list => list.mark(row));
  }

  #trim() {
    this.lists.forEach(list => list.trim());
  }

  #key(offset) {
    return this.#run * RUN + offset;
  }
}
