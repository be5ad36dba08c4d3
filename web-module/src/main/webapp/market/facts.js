import {html} from 'lit';

/** Figures in a row, each with its name and, on hover, what it says. @param {[string, unknown, string][]} list */
export const facts = list => html`<dl class="facts">${list.map(([name, value, about, level = '']) =>
  html`<div title=${about}><dt>${name}</dt><dd class=${level}>${value}</dd></div>`)}</dl>`;

/** How old the state is and what it leaves out, for the head of a panel. */
export const asOf = answer => answer
  ? html`<small class="quiet" title="${answer.symbol_count} symbols, ${answer.stale_count} of them without a bar of that day and therefore not counted"
    >${answer.trade_date}${answer.forming ? ', forming' : ''} · ${answer.symbol_count - answer.stale_count} of ${answer.symbol_count} symbols</small>`
  : '';

/** Why there is nothing to see. */
export const nothingYet = (store, topic) => html`<p class="empty">${store.troubles[topic] || 'Reading…'}</p>`;
