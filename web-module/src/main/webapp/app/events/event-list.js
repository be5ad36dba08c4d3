/** Keys of one run of the server; those of a later run are above. */
export const RUN = 1e12;
const KEPT = 500;
const MOST = 10_000;
/** Rows that are no events, at most, beside those that are. */
const MARKS = 100;

/** The rows of one list, newest first and bounded: events, and between them gaps, sessions and restarts. */
export class EventList {
  /** @type {Row[]} */
  rows = [];
  /** How many events are in it. */
  size = 0;
  /** How many came in on top so far. */
  arrived = 0;
  /** How many were let go at the bottom. */
  dropped = 0;
  /** Someone reads: nothing is let go. */
  held = false;
  /** Older rows are being read. */
  loading = false;
  /** Down to this key nothing is missing, gaps excepted. */
  floor = 0;

  /** Adds an event unless it is here. @param {boolean} fresh it just happened */
  add(event, run, fresh) {
    const key = run * RUN + event.offset;
    if (!this.mark({kind: 'event', key, event, fresh})) {
      return false;
    }
    this.size++;
    this.#divide(this.indexOf(key));
    return true;
  }

  /** Puts a row where its key belongs, unless it is here. */
  mark(row) {
    const at = this.indexOf(row.key);
    const here = this.rows[at]?.key === row.key;
    if (!here) {
      this.rows.splice(at, 0, row);
    }
    return !here;
  }

  /** A new row is drawn anew. @param {Revision} [revision] */
  revise(revision) {
    const at = revision && this.rows.findIndex(({event}) => event?.id === revision.revises);
    if (at >= 0) {
      const {status, price, percent_change} = revision;
      const row = this.rows[at];
      const right = status === 'revised' && {price, percent_change, [`session_${row.event.type}`]: price};
      this.rows[at] = {...row, revision, event: {...row.event, ...right}};
    }
  }

  unmark(row) {
    this.rows = this.rows.filter(each => each !== row);
  }

  /** A market session began: what is here is of the one before. */
  beginSession(session, tradeDate, key) {
    const row = {kind: 'session', key, session, trade_date: tradeDate};
    if (this.rows[0]?.kind === 'session') {
      this.rows.shift();
    }
    const newest = this.newest();
    if (newest && !sameSession(newest, row)) {
      this.mark(row);
    }
  }

  newest() {
    return this.rows.find(row => row.event)?.event;
  }

  /** Index of the first row that is not above a key. */
  indexOf(key) {
    const at = this.rows.findIndex(row => row.key <= key);
    return at < 0 ? this.rows.length : at;
  }

  /** Lets the oldest rows go; they can be read back. */
  trim() {
    const limit = this.held ? MOST : KEPT;
    while (this.size > limit || this.rows.length > limit + MARKS) {
      const row = this.rows.pop();
      if (row.event) {
        this.size--;
        this.dropped++;
        this.floor = Math.max(this.floor, row.key);
      }
    }
  }

  /** Session dividers around a new row: where neighbours differ; one that waits on top stays there. */
  #divide(at) {
    const row = this.rows[at];
    let top = at;
    let bottom = at + 1;
    while (isMark(this.rows[top - 1])) {
      top--;
    }
    while (isMark(this.rows[bottom])) {
      bottom++;
    }
    const newer = this.rows[top - 1];
    const older = this.rows[bottom];
    const marks = this.rows.slice(top, bottom).filter(each => each.kind !== 'session');
    if (newer) {
      divide(newer, row, marks);
    } else {
      this.arrived++;
      const waiting = this.rows.slice(top, bottom).find(each => each.kind === 'session' && !sameSession(each, row.event));
      marks.push(...waiting ? [{...waiting, key: row.key + 0.5}] : []);
    }
    divide(row, older, marks);
    this.rows.splice(top, bottom - top, ...marks.sort((a, b) => b.key - a.key));
  }
}

function divide(newer, older, marks) {
  if (older && !sameSession(newer.event, older.event)) {
    const {session, trade_date} = newer.event;
    marks.push({kind: 'session', key: newer.key - 0.5, session, trade_date});
  }
}

const isMark = row => row && !row.event;
const sameSession = (a, b) => a.session === b.session && a.trade_date === b.trade_date;
