import {make} from '../dom.js';
import {fillMark, rowElement} from './event-row.js';

const SPARE = 4;

/** Draws of any number of rows the few that can be seen. A row is one object as long as it is in the list. */
export class RowScroller {
  #box;
  #spec;
  #canvas = make('div', 'canvas');
  #elements = new Map();
  #height = 0;

  /** @param {HTMLElement} box that scrolls @param {ListSpec} spec */
  constructor(box, spec) {
    this.#box = box;
    this.#spec = spec;
    box.append(this.#canvas);
  }

  /** The style sheet may have changed the height of a row. */
  measure() {
    this.#height = parseFloat(getComputedStyle(this.#box).getPropertyValue('--row'));
  }

  /** @param {Row[]} rows newest first @param {number | null} cursor key of the row the keyboard is on */
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

  /** Scrolls as little as it takes to show a row. @param {number} at its index */
  reveal(at) {
    const top = at * this.#height;
    this.#box.scrollTop = Math.max(Math.min(this.#box.scrollTop, top), top + this.#height - this.#box.clientHeight);
  }

  /** The row an element is in. @param {Element} target */
  rowOf(target) {
    const element = target.closest('.row');
    return [...this.#elements].find(([, each]) => each === element)?.[0];
  }

  #elementOf(row) {
    let element = this.#elements.get(row);
    if (!element) {
      element = rowElement(row, this.#spec);
      element.classList.toggle('fresh', row.fresh === true);
      this.#elements.set(row, element);
      this.#canvas.append(element);
    } else if (row.kind !== 'event') {
      fillMark(element, row);
    }
    // It slides in where it is first seen, and never again.
    row.fresh = false;
    return element;
  }
}
