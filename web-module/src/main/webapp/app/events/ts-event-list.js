import {make} from '../dom.js';
import {several} from '../format.js';
import {endOf, headCount, sayEmpty} from './list-words.js';
import {RowScroller} from './row-scroller.js';

/** A mouse that rests does not hold a list for ever. */
const HOVER_MS = 8000;
const TOPICS = ['rows', 'counts', 'filter', 'universes', 'status'];
const COLUMNS = {volume: 'volume', vwap: 'vs VWAP', price: 'price', percent: 'change'};

/** One list: its head, its rows, pause and keyboard. Drawn by hand: it changes every second. */
customElements.define('ts-event-list', class extends HTMLElement {
  store;
  /** @type {ListSpec} */ spec;
  #leave;
  #sizes = new ResizeObserver(() => this.#measure());
  #box = make('div', 'rows');
  #total = make('span', 'total');
  #paused = make('button', 'paused');
  #empty = make('p', 'empty');
  #scroller;
  #end = {kind: 'end', key: -1};
  #pinned = false;
  #hover = 0;
  #cursor = null;
  /** While paused: key of the newest row shown, and how many had arrived. */
  #frozen = null;

  connectedCallback() {
    if (!this.#scroller) {
      this.#build();
    }
    this.#leave = this.store.subscribe([this.spec.name, ...TOPICS], () => this.#draw());
    this.#sizes.observe(this.#box);
    this.#measure();
  }

  disconnectedCallback() {
    this.#leave();
    this.#sizes.disconnect();
    clearTimeout(this.#hover);
  }

  move(step) {
    const events = this.#rows().filter(row => row.event);
    const at = events.findIndex(row => row.key === this.#cursor);
    const row = events[Math.max(0, Math.min(events.length - 1, at + step))];
    this.#box.focus({preventScroll: true});
    this.#cursor = row?.key ?? null;
    this.#draw();
    this.#scroller.reveal(this.#rows().indexOf(row));
  }

  /** Opens the sheet of the row under the cursor. @param {boolean} why with its explanation */
  openCursor(why) {
    const row = this.#rows().find(each => each.key === this.#cursor);
    if (row) {
      this.store.open(row.event.symbol, why ? row.key : null);
    }
  }

  togglePause() {
    this.#pinned = !this.#pinned;
    this.#draw();
  }

  release() {
    this.#pinned = false;
    this.#cursor = null;
    this.#box.scrollTop = 0;
    this.#setHover(0);
  }

  get #list() {
    return this.store.book.lists.get(this.spec.name);
  }

  #build() {
    const {title, side, pair} = this.spec;
    this.className = `list side-${side} pair-${pair}`;
    Object.assign(this.#paused, {title: 'Back to the live rows (Esc)', onclick: () => this.release()});
    const head = make('header', 'list-head', make('h2', '', title), this.#total, this.#paused,
        ...Object.entries(COLUMNS).map(([name, label]) => make('span', `cell ${name}`, label)));
    Object.assign(this.#box, {
      tabIndex: 0, role: 'listbox', ariaLabel: `${title}, newest first`,
      onscroll: () => this.store.redraw(this.spec.name),
      onpointermove: ({pointerType}) => pointerType === 'mouse' && this.#setHover(HOVER_MS),
      onpointerleave: () => this.#setHover(0),
      onblur: () => {
        this.#cursor = null;
        this.store.redraw(this.spec.name);
      },
    });
    this.#scroller = new RowScroller(this.#box, this.spec);
    this.onclick = ({target}) => this.#click(target);
    this.append(head, this.#box, this.#empty);
  }

  #measure() {
    this.#scroller.measure();
    this.#draw();
  }

  #setHover(ms) {
    clearTimeout(this.#hover);
    this.#hover = ms && setTimeout(() => this.#setHover(0), ms);
    this.store.redraw(this.spec.name);
  }

  #click(target) {
    const {store, spec} = this;
    const {row} = target.closest('.row') ?? {};
    switch (target.dataset.act) {
      case 'fill': return store.load(book => book.fill(row));
      case 'older': return store.load(book => book.older(spec.name));
      case 'search': return store.search('');
      case 'universes': return this.dispatchEvent(new Event('ts-universes', {bubbles: true}));
      default: return row?.event && store.open(row.event.symbol, row.key);
    }
  }

  #draw() {
    this.#pauseOrGoOn();
    const rows = this.#rows();
    const waiting = this.#frozen ? this.#list.arrived - this.#frozen.arrived : 0;
    this.#paused.hidden = !this.#frozen;
    this.#paused.textContent = waiting > 0 ? `paused · ${several(waiting, 'row')} waiting` : 'paused';
    this.#total.textContent = headCount(this.store, this.spec);
    this.#box.hidden = rows.length === 0;
    this.#empty.hidden = rows.length > 0;
    if (rows.length === 0) {
      sayEmpty(this.#empty, this.store, this.spec);
    } else {
      Object.assign(this.#end, endOf(this.store, this.spec));
      this.#scroller.draw([...rows, this.#end], this.#cursor);
    }
  }

  #pauseOrGoOn() {
    const list = this.#list;
    const pause = this.#pinned || this.#hover !== 0 || this.#cursor !== null || this.#box.scrollTop > 4;
    if (pause !== Boolean(this.#frozen)) {
      this.#frozen = pause ? {key: list.rows[0]?.key ?? Infinity, arrived: list.arrived} : null;
    }
    list.held = pause;
  }

  /** What is to be seen now: from where the pause began, and matching the search. */
  #rows() {
    const {rows} = this.#list;
    const {filter} = this.store;
    const from = this.#frozen ? this.#list.indexOf(this.#frozen.key) : 0;
    return from === 0 && !filter ? rows
      : rows.slice(from).filter(row => !filter || !row.event || row.event.symbol.startsWith(filter));
  }
});
