import {html, nothing} from 'lit';
import {LISTS} from '../events/lists.js';
import {DEFAULTS} from '../preferences.js';
import {StoreElement} from '../store-element.js';

/** Theme, colours, which panels are shown, help, sign-out. */
customElements.define('ts-user-menu', class extends StoreElement {
  static topics = ['session', 'preferences'];

  render() {
    const {me, preferences: {theme, palette, hidden}} = this.store;
    return html`<button popovertarget="menu" aria-label="Menu" title="Menu">☰</button>
      <div id="menu" popover>
        <p>${me?.display_name}<br><small class="quiet">${me?.email}</small></p>
        ${this.#check('Light theme', theme === 'light', on => ({theme: on ? 'light' : 'dark'}))}
        ${this.#check('Blue and orange', palette !== 'standard', on => ({palette: on ? 'blue-orange' : 'standard'}))}
        <h2>Panels</h2>
        ${LISTS.map(({name, title}) => this.#check(title, !hidden.includes(name),
          on => ({hidden: on ? hidden.filter(each => each !== name) : [...hidden, name]})))}
        <button @click=${() => this.store.prefer(DEFAULTS)}>Reset layout and colours</button>
        ${/admin|super/.test(me?.role) ? html`<a href="admin/">Operations</a>` : nothing}
        <button @click=${() => this.#leave('ts-password')}>Change password</button>
        <button @click=${() => this.#leave('ts-help')}>Keyboard and signs</button>
        <button @click=${() => this.#leave('ts-sign-out')}>Sign out</button>
      </div>`;
  }

  #check(label, checked, change) {
    return html`<label><input type="checkbox" .checked=${checked}
      @change=${({target}) => this.store.prefer(change(target.checked))}> ${label}</label>`;
  }

  #leave(name) {
    this.querySelector('[popover]').hidePopover();
    this.ask(name);
  }
});
