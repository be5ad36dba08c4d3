import {html, nothing, svg} from 'lit';
import {SESSIONS} from '../../app/events/lists.js';
import {age, day, time} from '../../app/format.js';
import {openDialog} from '../../app/shell/dialog.js';
import {StoreElement} from '../../app/store-element.js';
import {DEFAULTS, hidden, PANELS} from '../board/board.js';
import {nextBell, placeOf, regularOf} from './day-bar.js';

/** The bar: session clock, freshness, universe, and the menu of panels. */
customElements.define('ts-market-bar', class extends StoreElement {
  static topics = ['status', 'clock', 'freshness', 'board', 'preferences', 'saving'];

  render() {
    const {store} = this;
    const {fresh, status, marketSession, eventMs, universes, board, troubles} = store;
    const {provider, feed_detail: detail = ''} = status ?? {};
    return html`<h1 class="name">TickStock</h1>
      <nav aria-label="Pages"><a href="../">Events</a> <a href="./" aria-current="page">Market</a></nav>
      <span class="session">${SESSIONS[marketSession] ?? '–'}</span>
      <span class="clock" title="Event time in New York">${[day(Date.now()), '–'].includes(day(eventMs)) ? nothing : day(eventMs)} <time>${time(eventMs)}</time> ET</span>
      ${store.clock ? dayBar(store.clock, eventMs ?? Date.parse(store.clock.as_of)) : nothing}
      <span class="freshness level-${fresh.level}" title=${detail}><i class="dot"></i>${fresh.text}</span>
      ${provider && provider !== 'massive' ? html`<strong class="provider" title=${detail}>${provider.toUpperCase()}</strong>` : nothing}
      ${troubles.saving ? html`<span class="error" role="alert">layout not saved: ${troubles.saving}</span>` : nothing}
      <label class="universe"><span class="unseen">Universe</span><select title="The universe that every panel is about" @focus=${() => store.readUniverses()}
        @change=${({target}) => store.chooseUniverse(target.value)}>
        ${universes.map(({name, title, symbol_count: count}) => html`<option value=${name} .selected=${name === board.universe}>${title} (${count})</option>`)}</select></label>
      <button popovertarget="menu" aria-label="Menu" title="Panels and colours">☰</button>
      <div id="menu" popover>${this.#menu()}</div>`;
  }

  #changePassword() {
    this.querySelector('#menu').hidePopover();
    openDialog('ts-password', document.body, {store: this.store, api: this.store.api});
  }

  #menu() {
    const {store} = this;
    const {preferences: {theme, palette}, board: {panels}, me} = store;
    return html`<p>${me?.display_name}<br><small class="quiet">${me?.email}</small></p>
      ${check('Light theme', theme === 'light', on => store.prefer({theme: on ? 'light' : 'dark'}))}
      ${check('Blue and orange', palette !== 'standard', on => store.prefer({palette: on ? 'blue-orange' : 'standard'}))}
      <h2>Panels</h2>
      ${panels.map(({name, isHidden}) => check(PANELS.find(panel => panel.name === name).title, !isHidden,
          on => store.arrange({panels: hidden(panels, name, !on)})))}
      <button @click=${() => store.arrange({panels: DEFAULTS.panels})}>Reset layout</button>
      <button @click=${this.#changePassword}>Change password</button>
      <p class="quiet"><small>Drag a panel by its head, resize it at its corner; or Alt + arrows, Alt + Shift + arrows. Your layout follows your account.</small></p>`;
  }
});

const check = (label, checked, change) => html`<label><input type="checkbox" .checked=${checked}
  @change=${({target}) => change(target.checked)}> ${label}</label>`;

/** The trading day from 04:00 to 20:00 as a line, and where it is now. */
function dayBar(clock, nowMs) {
  const regular = regularOf(clock);
  const bell = nextBell(clock, nowMs);
  const title = `${clock.is_trading_day ? `Regular session ${time(Date.parse(clock.opens_at)).slice(0, 5)} to ${time(Date.parse(clock.closes_at)).slice(0, 5)}${clock.early_close ? ', an early close' : ''}`
    : 'The exchange is closed today'}; the line is 04:00 to 20:00 New York`;
  return html`<span class="day-bar" title=${title}><svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="hours" y="1" width="100" height="2"/>
    ${regular ? svg`<rect class="regular" x=${regular[0] * 100} y="1" width=${(regular[1] - regular[0]) * 100} height="2"/>` : nothing}
    <rect class="now" x=${placeOf(nowMs) * 100 - 0.4} width="0.8" height="4"/></svg>
    <small>${bell ? `${bell.text} ${age(bell.ms)}` : '–'}</small></span>`;
}
