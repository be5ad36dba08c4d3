const MINUTE_S = 60;

/** Events of the last minute of event time. Says nothing of time it has not seen. */
export class EventRate {
  #seconds = new Map();
  #first = Infinity;

  add(ms) {
    const second = Math.floor(ms / 1000);
    this.#first = Math.min(this.#first, second);
    this.#seconds.set(second, (this.#seconds.get(second) ?? 0) + 1);
  }

  /** How many, in how many seconds; null before the first. */
  at(ms) {
    const now = Math.floor(ms / 1000);
    let count = 0;
    for (const [second, events] of this.#seconds) {
      if (second > now - MINUTE_S) {
        count += events;
      } else {
        this.#seconds.delete(second);
      }
    }
    return this.#first === Infinity ? null : {count, seconds: Math.min(MINUTE_S, now - this.#first + 1)};
  }
}
