import {LitElement} from 'lit';

/** Draws again when one of its topics changed; in light DOM. */
export class StoreElement extends LitElement {
  static topics = [];
  /** @type {import('./store.js').Store} */ store;
  #leave;

  connectedCallback() {
    // A dragged copy has none.
    if (this.store) {
      super.connectedCallback();
      this.#leave = this.store.subscribe(this.constructor.topics, () => this.requestUpdate());
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave?.();
  }

  createRenderRoot() {
    return this;
  }

  ask(name) {
    this.dispatchEvent(new Event(name, {bubbles: true}));
  }
}
