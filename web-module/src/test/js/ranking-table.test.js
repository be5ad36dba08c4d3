import assert from 'node:assert/strict';
import {test} from 'node:test';
import {COLUMNS} from '../../main/webapp/market/rankings/columns.js';
import {RankingTable} from '../../main/webapp/market/rankings/ranking-table.js';
import {sample} from './samples.js';

const fields = ['symbol', 'name', 'last', 'live_pct', 'sector', 'stage', 'strength', 'cap', 'stale'];
const frame = (since, rows, removed = []) => ({universe: 'sp500', version: 1, since, columns: fields, rows, removed});
const first = frame(null, [
  ['AIG', 'American International Group', 50, 1.5, 'Financials', '2B', 'A+', 'large', false],
  ['BAC', 'Bank of America', 14, 1.5, 'Financials', '4A', 'G', 'mega', false],
  ['XOM', 'Exxon Mobil', 90, null, 'Energy', 'insufficient', null, null, true],
  ['T', 'AT&T', 30, -0.5, 'Communication Services', '2B', 'B', 'micro', false]]);
const symbols = rows => rows.map(({symbol}) => symbol);
const NONE = {};

function tableOf(...frames) {
  const table = new RankingTable();
  frames.forEach(each => table.take(each));
  return table;
}

test('reads the sample frame of the wire', () => {
  const table = tableOf({...sample('market_state').data, since: null});

  const [row] = table.shown({sort: 'comp_rs_rank', descending: true}, NONE);
  assert.equal(row.symbol, 'BAC');
  assert.deepEqual(COLUMNS.map(({show}) => show(row)).slice(0, 5), ['1', 'BAC', 'Bank of America', '32.65', '+0.43']);
});

test('replaces rows that changed, and drops those removed', () => {
  const table = tableOf(first, frame(1, [['BAC', 'Bank of America', 15, 8.7, 'Financials', '2A', 'B', 'mega', false]], ['AIG']));

  assert.deepEqual(symbols(table.shown({sort: 'live_pct', descending: true}, NONE)), ['BAC', 'T', 'XOM']);
  assert.equal(table.row('BAC').last, 15);
  assert.deepEqual([table.head.symbol_count, table.head.stale_count], [3, 1]);
});

test('begins anew with a frame that is whole', () => {
  assert.equal(tableOf(first, frame(null, first.rows.slice(0, 1))).size, 1);
});

test('sorts with ties by symbol, and what is not known last in both directions', () => {
  const table = tableOf(first);

  assert.deepEqual(symbols(table.shown({sort: 'live_pct', descending: true}, NONE)), ['AIG', 'BAC', 'T', 'XOM']);
  assert.deepEqual(symbols(table.shown({sort: 'live_pct', descending: false}, NONE)), ['T', 'AIG', 'BAC', 'XOM']);
});

test('sorts grades and capitalisations by what they mean', () => {
  const table = tableOf(first);

  assert.deepEqual(symbols(table.shown({sort: 'strength', descending: true}, NONE)), ['AIG', 'T', 'BAC', 'XOM']);
  assert.deepEqual(symbols(table.shown({sort: 'cap', descending: true}, NONE)), ['BAC', 'AIG', 'T', 'XOM']);
});

test('shows only what passes every filter', () => {
  const order = {sort: 'symbol', descending: false};
  const shown = filter => symbols(tableOf(first).shown(order, filter));

  assert.deepEqual(shown({text: 'B'}), ['BAC']);
  assert.deepEqual(shown({text: 'AMERICA'}), ['AIG', 'BAC']);
  assert.deepEqual(shown({sector: 'Financials', stage: '2B'}), ['AIG']);
  assert.deepEqual(shown({minPrice: 30}), ['AIG', 'T', 'XOM']);
  assert.deepEqual(shown({stage: 'insufficient'}), ['XOM']);
});

test('shows what is not known as a dash', () => {
  const row = tableOf(first).row('XOM');

  assert.deepEqual(['live_pct', 'cap', 'stage', 'strength'].map(name => COLUMNS.find(column => column.name === name).show(row)), ['–', '–', '–', '–']);
});

test('lists the values of a column once, in order', () => {
  assert.deepEqual(tableOf(first).values('sector'), ['Communication Services', 'Energy', 'Financials']);
});
