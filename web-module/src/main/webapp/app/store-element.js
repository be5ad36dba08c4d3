import {LitElement} from 'lit';

/** Reads the store and draws again when one of its topics changed. In light DOM: the page's style sheets apply. */
export class StoreElement extends LitElement {
  static topics = [];
  /** @type {import('./store.js').Store} */ store;
  #leave;

  connectedCallback() {
    super.connectedCallback();
    this.#leave = this.store.subscribe(this.constructor.topics, () => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave();
  }

  createRenderRoot() {
    return this;
  }

  ask(name) {
    this.dispatchEvent(new Event(name, {bubbles: true}));
  }
}
