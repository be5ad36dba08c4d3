import {html} from 'lit';
import {StoreElement} from '../store-element.js';

const WORDS = {
  '/ or f': 'search: rows of symbols that begin so; Enter opens the symbol',
  'j k': 'next and previous row; the list waits meanwhile',
  'Enter': 'open the symbol of the row',
  'w': 'why: open it with this event explained',
  'space': 'pause the list in focus, else all; again to go on',
  'u': 'choose universes',
  'Esc': 'close, clear, back to the live rows',
  'mouse': 'over a list pauses it, until it has rested for 8 s',
  'V W, Λ M': 'a turn upwards from lows, downwards from highs',
  '↗ ↘': 'a turn against the trend or surge before',
  'T▲ S▼': 'a trend, a surge is on in this direction',
  '#4': 'the fourth of this kind and direction for the symbol in the session',
};

/** The keys, and what the signs mean. */
export class TsHelp extends StoreElement {
  show() {
    this.querySelector('dialog').showModal();
  }

  render() {
    return html`<dialog aria-label="Keyboard and signs"><form method="dialog">
      <header><h2>Keyboard and signs</h2><button aria-label="Close">✕</button></header>
      <dl>${Object.entries(WORDS).map(([key, text]) => html`<dt><kbd>${key}</kbd></dt><dd>${text}</dd>`)}</dl>
    </form></dialog>`;
  }
}
