/** What is known in one place, and who listens: once per animation frame, whatever came in. */
export class Topics {
  #frame;
  #listeners = new Set();
  #changed = new Set();

  constructor(frame) {
    this.#frame = frame;
  }

  /** Calls a listener when one of its topics changed; returns what ends it. */
  subscribe(topics, listener) {
    const entry = {topics, listener};
    this.#listeners.add(entry);
    return () => this.#listeners.delete(entry);
  }

  /** Draws again what shows one of the topics. */
  redraw(...topics) {
    if (this.#changed.size === 0) {
      this.#frame(() => this.#draw());
    }
    topics.forEach(topic => this.#changed.add(topic));
  }

  /** Fields are for reading; they change here. */
  set(change, ...topics) {
    Object.assign(this, change);
    this.redraw(...topics);
  }

  #draw() {
    const changed = this.#changed;
    this.#changed = new Set();
    for (const {topics, listener} of this.#listeners) {
      if (topics.some(topic => changed.has(topic))) {
        listener();
      }
    }
  }
}
