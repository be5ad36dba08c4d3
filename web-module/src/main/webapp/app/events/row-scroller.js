import {make} from '../dom.js';
import {fillMark, rowElement} from './event-row.js';

const SPARE = 2;
const GLOW_MS = 1000;

/** Draws of any number of rows the few that can be seen. */
export class RowScroller {
  #box;
  #spec;
  #canvas = make('div', 'canvas');
  #elements = new Map();
  #height = 0;

  constructor(box, spec) {
    this.#box = box;
    this.#spec = spec;
    box.append(this.#canvas);
  }

  /** The style sheet may have changed the height of a row. */
  measure() {
    this.#height = parseFloat(getComputedStyle(this.#box).getPropertyValue('--row'));
  }

  /** @param cursor key of the row the keyboard is on, or null */
  draw(rows, cursor) {
    const box = this.#box;
    const first = Math.max(0, Math.floor(box.scrollTop / this.#height) - SPARE);
    const shown = rows.slice(first, first + Math.ceil(box.clientHeight / this.#height) + 2 * SPARE);
    const seen = new Set(shown);
    for (const [row, element] of this.#elements) {
      if (!seen.has(row)) {
        element.remove();
        this.#elements.delete(row);
      }
    }
    this.#canvas.style.height = `${rows.length * this.#height}px`;
    shown.forEach((row, i) => {
      const element = this.#elementOf(row);
      element.style.transform = `translateY(${(first + i) * this.#height}px)`;
      if (element.classList.toggle('current', row.key === cursor)) {
        element.id = `${this.#spec.name}-${row.key}`;
        box.setAttribute('aria-activedescendant', element.id);
      }
    });
  }

  /** Scrolls as little as it takes to show a row. */
  reveal(at) {
    const top = at * this.#height;
    this.#box.scrollTop = Math.max(Math.min(this.#box.scrollTop, top), top + this.#height - this.#box.clientHeight);
  }

  #elementOf(row) {
    const element = this.#elements.get(row) ?? rowElement(row, this.#spec);
    if (!element.row) {
      element.row = row;
      if (row.fresh) {
        element.classList.add('fresh');
        setTimeout(() => element.classList.remove('fresh'), GLOW_MS);
      }
      this.#elements.set(row, element);
      this.#canvas.append(element);
    } else if (!row.event) {
      fillMark(element, row);
    }
    // It slides in once.
    row.fresh = false;
    return element;
  }
}
