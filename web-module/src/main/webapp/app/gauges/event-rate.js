const MINUTE_S = 60;

/** Events of the last minute of event time. Says nothing of time it has not seen. */
export class EventRate {
  #seconds = new Map();
  #first = Infinity;

  /** @param {number} ms event time */
  add(ms) {
    const second = Math.floor(ms / 1000);
    this.#first = Math.min(this.#first, second);
    this.#seconds.set(second, (this.#seconds.get(second) ?? 0) + 1);
  }

  /** What is missing cannot be counted: after a gap the minute starts anew. */
  clear() {
    this.#seconds.clear();
    this.#first = Infinity;
  }

  /** How many, in how many seconds; null before the first. */
  at(ms) {
    const now = Math.floor(ms / 1000);
    for (const second of this.#seconds.keys()) {
      if (second <= now - MINUTE_S) {
        this.#seconds.delete(second);
      }
    }
    const count = [...this.#seconds.values()].reduce((sum, events) => sum + events, 0);
    return this.#first === Infinity ? null : {count, seconds: Math.min(MINUTE_S, now - this.#first + 1)};
  }
}
