import {EventList, RUN} from './event-list.js';
import {LISTS, eventsOf, listOf} from './lists.js';

const PAGE = 1000;
const OLDER = 200;
const MOST_PAGES = 10;

/** What was received of the server's log: the six lists, how far they reach, and what is missing in between. */
export class EventBook {
  lists = new Map(LISTS.map(({name}) => [name, new EventList()]));
  newestMs = null;
  #read;
  #epoch = null;
  #run = 0;
  #offset = 0;
  /** The gap whose end is not known yet. */
  #gap = null;
  /** By id of the event, which may be read later. */
  #revisions = new Map();

  /** @param {StoreParts['read']} read */
  constructor(read) {
    this.#read = read;
  }

  /** Where to resume; null before the first frame. */
  get cursor() {
    return this.#epoch === null ? null : {epoch: this.#epoch, after: this.#offset};
  }

  /** Takes a stock_data frame, and returns what is new. What lay between two frames was not for this user. */
  take(frame) {
    const fresh = this.#epoch !== null;
    const events = eventsOf(frame);
    if (frame.epoch !== this.#epoch) {
      this.#beginRun(frame);
    }
    if (this.#gap && events.length > 0) {
      this.#gap.untilMs = events[0].ts_ms;
      this.#gap = null;
    }
    const added = events.filter(event => this.#add(event, fresh));
    this.#offset = Math.max(this.#offset, frame.to);
    this.lists.forEach(list => list.trim());
    return added;
  }

  /** The server says what it cannot send any more. A new epoch speaks for itself with its first frame. */
  declare({epoch, from, to}) {
    if (epoch === this.#epoch && to > this.#offset) {
      this.#gap = {from, to, run: this.#run, sinceMs: this.newestMs, untilMs: null, state: 'open'};
      const row = {kind: 'gap', key: this.#key(to) + 0.25, gap: this.#gap};
      this.lists.forEach(list => list.mark(row));
      this.#offset = to;
    }
  }

  beginSession({new_session: session, trade_date: tradeDate}) {
    this.lists.forEach(list => list.beginSession(session, tradeDate, this.#key(this.#offset) + 0.5));
  }

  /** Reads what is missing from the log, and puts it where it belongs. */
  async fill(row) {
    const {gap} = row;
    gap.state = 'loading';
    try {
      const {events, lost} = await this.#span(gap.from - 1, gap.to);
      events.forEach(event => gap.run === this.#run && this.#add(event, false));
      if (lost || gap.run !== this.#run) {
        Object.assign(gap, lost, {state: 'lost'});
      } else {
        this.lists.forEach(list => list.unmark(row));
      }
    } catch {
      gap.state = 'failed';
    }
  }

  /** Reads one list further back, from its oldest row. */
  async older(name) {
    const list = this.lists.get(name);
    const enough = list.size + OLDER;
    Object.assign(list, {loading: true, held: true});
    try {
      for (let page = 0; page < MOST_PAGES && this.reach(name) > 0 && list.size < enough; page++) {
        const before = this.reach(name);
        const after = Math.max(0, before - PAGE);
        const {events, lost} = await this.#span(after, before);
        events.forEach(event => (listOf(event) ?? name) === name && this.#add(event, false));
        // What the log no longer holds is the end of the way back.
        list.floor = this.#key(lost ? 0 : after);
      }
    } finally {
      list.loading = false;
    }
  }

  /** Reads a stretch of the log, and what it no longer holds of it. */
  async #span(after, to) {
    const events = [];
    let lost = null;
    for (let at = after; at < to;) {
      const page = await this.#read(at, Math.min(PAGE, to - at));
      if (page.epoch !== this.#epoch || page.to <= at) {
        return {events, lost: {from: lost?.from ?? at + 1, to}};
      }
      events.push(...page.events.filter(({offset}) => offset <= to));
      if (page.gap) {
        lost = {from: lost?.from ?? page.gap.from, to: Math.min(to, page.gap.to)};
      }
      at = page.to;
    }
    return {events, lost};
  }

  /** Down to which offset of this run a list is complete; 0 is its beginning. */
  reach(name) {
    return Math.max(0, this.lists.get(name).floor - this.#key(0));
  }

  #beginRun({epoch, from}) {
    this.#run++;
    this.#epoch = epoch;
    this.#offset = from;
    this.newestMs = null;
    this.#revisions.clear();
    for (const list of this.lists.values()) {
      list.floor = this.#key(from);
      if (list.size > 0) {
        list.mark({kind: 'restart', key: this.#key(0) + 0.1});
      }
    }
  }

  #add(event, fresh) {
    const list = this.lists.get(listOf(event));
    const added = list?.add(event, this.#run, fresh) ?? false;
    if (added) {
      this.newestMs = Math.max(this.newestMs, event.ts_ms);
      list.revise(this.#revisions.get(event.id));
    } else if (event.revises && !(this.#revisions.get(event.revises)?.offset > event.offset)) {
      this.#revisions.set(event.revises, event);
      this.lists.forEach(each => each.revise(event));
    }
    return added;
  }

  #key(offset) {
    return this.#run * RUN + offset;
  }
}
