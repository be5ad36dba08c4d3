import {html} from 'lit';
import {make} from '../../app/dom.js';
import {several} from '../../app/format.js';
import {StoreElement} from '../../app/store-element.js';
import {asOf} from '../facts.js';
import {COLUMNS} from './columns.js';

const SPARE = 4;

/**
 * Thousands of rows, of which as many are drawn as can be seen: rows are made once and given other contents as the table
 * scrolls or changes, so neither makes elements.
 */
customElements.define('ts-rankings', class extends StoreElement {
  static topics = ['rankings', 'filter', 'board', 'universe'];
  #rows = [];
  #sizes = new ResizeObserver(() => this.#draw());
  #frame = 0;

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  render() {
    const {table, board: {rankings: {sort, descending}}, filter} = this.store;
    this.#rows = table.shown({sort, descending}, filter);
    return html`<div class="choices">
        <input type="search" placeholder="Symbol or name" aria-label="Symbol or name" spellcheck="false" .value=${filter.text}
          @input=${({target}) => this.store.filterBy({text: target.value.trim().toUpperCase()})}>
        ${this.#select('sector', 'every sector')}${this.#select('stage', 'every stage')}
        <input type="number" min="0" step="1" placeholder="Price from" aria-label="Price from, USD" .value=${filter.minPrice || ''}
          @input=${({target}) => this.store.filterBy({minPrice: Number(target.value) || 0})}>
        ${filter.industry ? html`<button @click=${() => this.store.filterBy({industry: ''})} title="Every industry again">${filter.industry} ✕</button>` : ''}
        <small class="quiet" role="status">${this.#count()}</small></div>
      <div class="table" role="table" aria-label="Rankings" aria-rowcount=${this.#rows.length + 1} tabindex="0" @scroll=${() => this.#later()} @click=${this.#pick}>
        <div class="row header" role="row">${COLUMNS.map(column => this.#header(column, sort, descending))}</div>
        <div class="canvas" role="rowgroup"></div></div>${asOf(table.head)}`;
  }

  firstUpdated() {
    const box = this.querySelector('.table');
    box.style.setProperty('--columns', COLUMNS.map(({width}) => `calc(${width}ch + 12px)`).join(' '));
    this.#sizes.observe(box);
  }

  updated() {
    this.#draw();
  }

  #header({name, title, about, isText}, sort, descending) {
    const isSorted = name === sort;
    return html`<button role="columnheader" class="cell c-${name} ${isText ? 'text' : ''}" title="${about}. Click to sort"
      aria-sort=${isSorted ? descending ? 'descending' : 'ascending' : 'none'}
      @click=${() => this.store.arrange({rankings: {sort: name, descending: isSorted ? !descending : !isText && name !== 'place'}})}
      >${title}${isSorted ? descending ? ' ▾' : ' ▴' : ''}</button>`;
  }

  #select(column, all) {
    const {table, filter} = this.store;
    return html`<select aria-label=${column} @change=${({target}) => this.store.filterBy({[column]: target.value})}>
      <option value="" ?selected=${!filter[column]}>${all}</option>
      ${table.values(column).map(value => html`<option ?selected=${filter[column] === value}>${value}</option>`)}</select>`;
  }

  #count() {
    const {table} = this.store;
    const {length} = this.#rows;
    return !table.head ? 'reading…' : length < table.size ? `${length} of ${several(table.size, 'symbol')}` : several(length, 'symbol');
  }

  #later() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  #draw() {
    const box = this.querySelector('.table');
    const canvas = box.querySelector('.canvas');
    const height = parseFloat(getComputedStyle(box).getPropertyValue('--row'));
    const first = Math.max(0, Math.floor(box.scrollTop / height) - SPARE);
    const count = Math.min(this.#rows.length - first, Math.ceil(box.clientHeight / height) + 2 * SPARE);
    canvas.style.height = `${this.#rows.length * height}px`;
    while (canvas.childElementCount > count) {
      canvas.lastElementChild.remove();
    }
    while (canvas.childElementCount < count) {
      canvas.append(emptyRow());
    }
    [...canvas.children].forEach((element, at) => fill(element, this.#rows[first + at], first + at, height));
  }

  #pick({target}) {
    const symbol = target.closest('.canvas > .row')?.dataset.symbol;
    if (symbol) {
      this.store.show(symbol);
    }
  }
});

function emptyRow() {
  const row = Object.assign(make('div', 'row'), {role: 'row'});
  row.append(...COLUMNS.map(({name, isText, isQuiet, isStrong}) => Object.assign(
      make('span', `cell c-${name} ${isText ? 'text' : ''} ${isQuiet ? 'quiet' : ''} ${isStrong ? 'strong' : ''}`), {role: 'cell'})));
  return row;
}

/** Writes only what differs: most cells of a frame are as they were. */
function fill(element, row, at, height) {
  element.style.transform = `translateY(${at * height}px)`;
  element.dataset.symbol = row.symbol;
  element.ariaRowIndex = at + 2;
  element.classList.toggle('stale', row.stale === true);
  COLUMNS.forEach(({show, level}, i) => {
    const cell = element.children[i];
    const text = show(row);
    if (cell.textContent !== text) {
      cell.textContent = text;
    }
    if (level) {
      cell.classList.toggle('up', level(row) === 'up');
      cell.classList.toggle('down', level(row) === 'down');
    }
  });
}
