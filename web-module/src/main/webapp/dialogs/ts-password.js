import {html} from 'lit';
import {StoreElement} from '../app/store-element.js';
import {fault, mismatch} from './password-words.js';

const CLEAR = {field: '', message: ''};

/** Where somebody changes their own password; says what is wrong and puts the cursor there. */
customElements.define('ts-password', class extends StoreElement {
  api;
  #fault = CLEAR;
  #done = '';
  #busy = false;

  show() {
    this.#say(CLEAR);
    this.querySelector('dialog').showModal();
  }

  render() {
    return html`<dialog class="password" aria-labelledby="password-title" @close=${this.#forget}><form method="dialog" @submit=${this.#submit}>
      <header><h2 id="password-title">Change password</h2><button type="button" aria-label="Close" @click=${this.#close}>✕</button></header>
      <input type="email" name="email" autocomplete="username" hidden readonly .value=${this.store.me?.email ?? ''}>
      ${this.#field('current', 'Current password', 'current-password')}
      ${this.#field('new', 'New password', 'new-password')}
      ${this.#field('again', 'New password once more', 'new-password')}
      <p class="quiet" id="password-rule"><small>8 to 64 characters: a letter, a digit and a sign that is neither. Where else you are signed in,
        you will have to sign in again.</small></p>
      <p class="error" id="password-fault" role="alert" ?hidden=${this.#done}>${this.#fault.message}</p>
      <p role="status" ?hidden=${!this.#done}>${this.#done}</p>
      <footer><button type="button" @click=${this.#close}>Close</button>
        <button class="primary" ?disabled=${this.#busy}>${this.#busy ? 'Changing…' : 'Change'}</button></footer>
    </form></dialog>`;
  }

  #field(name, label, kind) {
    return html`<label>${label} <input type="password" name=${name} autocomplete=${kind} required maxlength="200"
      aria-invalid=${this.#fault.field === name} aria-describedby=${name === 'current' ? 'password-fault' : 'password-rule password-fault'}></label>`;
  }

  async #submit(event) {
    event.preventDefault();
    const form = event.target;
    const given = Object.fromEntries(new FormData(form));
    const wrong = mismatch(given);
    if (wrong) {
      this.#say(wrong);
      return;
    }
    this.#say(CLEAR, '', true);
    try {
      await this.api.changePassword({current: given.current, new: given.new});
      form.reset();
      this.#say(CLEAR, 'Your password is changed.');
    } catch (refusal) {
      this.#say(fault(refusal));
    }
  }

  #close() {
    this.querySelector('dialog').close();
  }

  /** Passwords do not wait in a closed dialogue. */
  #forget() {
    this.querySelector('form').reset();
  }

  /** Shows where it stands; a field at fault gets the cursor. */
  #say(wrong, done = '', busy = false) {
    this.#fault = wrong;
    this.#done = done;
    this.#busy = busy;
    this.requestUpdate();
    if (wrong.field) {
      this.querySelector(`[name=${wrong.field}]`)?.select();
    }
  }
});
