/** What the administrator's pages have in common: asking the server, and tables. */
import {make} from '../app/dom.js';

/**
 * Asks and returns the answer; a stranger is led to where one signs in. A refusal is an Error with the `field` at fault, if there is one.
 * @param {number[]} accepted statuses that are answers
 */
export async function ask(path, accepted = [200], body = null) {
  const json = body && {method: 'POST', body: JSON.stringify(body), headers: {'content-type': 'application/json'}};
  const response = await fetch(path, {cache: 'no-store', ...json}).catch(() => null);
  if (response?.status === 401) {
    location.assign('../');
  }
  const answer = await response?.json().catch(() => null);
  if (!accepted.includes(response?.status)) {
    const message = response ? answer?.detail ?? `the server answered ${response.status}` : 'the server does not answer';
    throw Object.assign(new Error(message), {field: answer?.field});
  }
  return answer;
}

/** Fills a table. @param {string[] | null} heads @param {import('./figures.js').Cell[][]} rows */
export function fill(table, heads, rows, none = '') {
  const body = make('tbody', '', ...rows.map(([first, ...cells]) => make('tr', '', cellOf('th', first), ...cells.map(cell => cellOf('td', cell)))));
  if (rows.length === 0) {
    body.append(make('tr', '', Object.assign(make('td', 'empty', none), {colSpan: heads?.length ?? 2})));
  }
  table.replaceChildren(...heads ? [make('thead', '', make('tr', '', ...heads.map(head => make('th', '', head))))] : [], body);
}

function cellOf(tag, {text, note, level = '', title = '', action = null}) {
  const cell = make(tag, level || (text === '0' ? 'quiet' : ''), ...action ? [buttonOf(action, text)] : [text], ...note ? [make('small', '', note)] : []);
  cell.title = title;
  return cell;
}

/** A button in a cell: `name` says what it does to whom, `data` tells the page's listener the same. One that is `off` keeps the focus. */
function buttonOf({name, data, off = false}, text) {
  const button = Object.assign(make('button', '', text), {type: 'button', ariaLabel: name, ariaDisabled: String(off)});
  Object.assign(button.dataset, data);
  return button;
}
