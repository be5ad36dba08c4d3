import {html, nothing} from 'lit';
import {repeat} from 'lit-html/directives/repeat.js';
import Sortable from 'sortablejs';
import {StoreElement} from '../../app/store-element.js';
import '../breadth/ts-breadth.js';
import '../breadth/ts-thresholds.js';
import '../candles/ts-candles.js';
import '../pressure/ts-conditions.js';
import '../pressure/ts-pressure.js';
import '../pressure/ts-velocity.js';
import '../rankings/ts-rankings.js';
import '../sectors/ts-rotation.js';
import '../sectors/ts-sectors.js';
import '../stages/ts-stages.js';
import {hidden, moved, PANELS, resized, shifted} from './board.js';

const VIEWS = {
  pressure: store => html`<ts-pressure .store=${store}></ts-pressure>`,
  velocity: store => html`<ts-velocity .store=${store}></ts-velocity>`,
  conditions: store => html`<ts-conditions .store=${store}></ts-conditions>`,
  sectors: store => html`<ts-sectors .store=${store}></ts-sectors>`,
  rotation: store => html`<ts-rotation .store=${store}></ts-rotation>`,
  breadth: store => html`<ts-breadth .store=${store}></ts-breadth>`,
  rankings: store => html`<ts-rankings .store=${store}></ts-rankings>`,
  stages: store => html`<ts-stages .store=${store}></ts-stages>`,
  candles: store => html`<ts-candles .store=${store}></ts-candles>`,
  thresholds: store => html`<ts-thresholds .store=${store}></ts-thresholds>`,
};
const ARROWS = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};

/** The panels, where their owner put them: dragged by the head, resized at the corner, or both by keys. */
customElements.define('ts-board', class extends StoreElement {
  static topics = ['board'];
  #after = null;
  /** Whose head a key moved: it keeps the focus when the board is drawn in its new order. */
  #focused = null;

  createRenderRoot() {
    this.id = 'board';
    this.tabIndex = -1;
    return this;
  }

  render() {
    const shown = this.store.board.panels.filter(({isHidden}) => !isHidden);
    return shown.length === 0
      ? html`<p class="empty">Every panel is hidden. Show them again, or reset the layout, in the menu.</p>`
      : repeat(shown, ({name}) => name, panel => this.#panel(panel));
  }

  updated() {
    if (this.#focused) {
      this.querySelector(`[data-panel=${this.#focused}] .head`)?.focus();
      this.#focused = null;
    }
  }

  firstUpdated() {
    Sortable.create(this, {
      handle: '.head', filter: 'button', preventOnFilter: false, draggable: '.panel', ghostClass: 'ghost',
      // The browser's own drag shows a canvas as it was, and knows no touch.
      forceFallback: true, fallbackOnBody: true, fallbackTolerance: 4,
      onStart: ({item}) => this.#after = item.nextSibling,
      onEnd: ({item, newDraggableIndex: to}) => {
        // The board draws itself in the new order: what was dragged goes back to where it was drawn.
        this.insertBefore(item, this.#after);
        this.#arrange(panels => moved(panels, item.dataset.panel, to));
      },
    });
  }

  #panel({name, width, height}) {
    const {title, about} = PANELS.find(panel => panel.name === name);
    return html`<section class="panel w-${width} h-${height}" data-panel=${name} aria-labelledby="title-${name}">
      <header class="head" tabindex="0" title="${about}. Drag to move; Alt + arrows move, Alt + Shift + arrows resize"
        @keydown=${event => this.#key(event, name)}>
        <h2 id="title-${name}">${title}</h2>
        <button class="hide" aria-label="Hide ${title}" title="Hide; the menu shows it again"
          @click=${() => this.#arrange(panels => hidden(panels, name, true))}>✕</button></header>
      ${VIEWS[name]?.(this.store) ?? nothing}
      <i class="corner" title="Drag to resize" @pointerdown=${event => this.#resize(event, name)}></i></section>`;
  }

  #key(event, name) {
    const {key, altKey, shiftKey, target} = event;
    const arrow = ARROWS[key];
    if (!altKey || !arrow || target.tagName !== 'HEADER') {
      return;
    }
    event.preventDefault();
    const [x, y] = arrow;
    this.#arrange(panels => shiftKey ? resized(panels, name, x, y) : shifted(panels, name, x || y));
    this.#focused = name;
  }

  #resize(down, name) {
    down.preventDefault();
    const corner = down.target;
    const {columnGap, gridTemplateColumns, gridAutoRows} = getComputedStyle(this);
    const gap = parseFloat(columnGap);
    const column = parseFloat(gridTemplateColumns) + gap;
    const row = parseFloat(gridAutoRows) + gap;
    const before = this.store.board.panels;
    corner.setPointerCapture(down.pointerId);
    corner.onpointermove = move => this.#arrange(() => resized(before, name,
        Math.round((move.clientX - down.clientX) / column), Math.round((move.clientY - down.clientY) / row)));
    corner.onpointerup = corner.onpointercancel = () => corner.onpointermove = null;
  }

  #arrange(change) {
    this.store.arrange({panels: change(this.store.board.panels)});
  }
});
