import {html} from 'lit';
import {StoreElement} from '../store-element.js';

/** Sign-in. Says what is wrong and keeps what was typed. */
customElements.define('ts-login', class extends StoreElement {
  api;
  #error = '';
  #busy = false;

  firstUpdated() {
    this.querySelector('input').focus();
  }

  render() {
    return html`<form class="login" @submit=${this.#submit}>
      <h1 class="name">TickStock</h1>
      <p class="quiet">Highs, lows, trends and surges of the US market.</p>
      <label>E-mail <input name="email" type="email" autocomplete="username" required></label>
      <label>Password <input name="password" type="password" autocomplete="current-password" required></label>
      <p class="error" role="alert">${this.#error || this.store.trouble}</p>
      <button class="primary" ?disabled=${this.#busy}>${this.#busy ? 'Signing in…' : 'Sign in'}</button>
    </form>`;
  }

  async #submit(event) {
    event.preventDefault();
    this.#show('', true);
    try {
      await this.api.login(Object.fromEntries(new FormData(event.target)));
      this.store.signIn(await this.api.me());
    } catch ({status, message}) {
      this.#show({0: `${message} Try again in a moment.`, 401: 'E-mail or password is not right.'}[status] ?? message, false);
    }
  }

  #show(error, busy) {
    this.#error = error;
    this.#busy = busy;
    this.requestUpdate();
  }
});
