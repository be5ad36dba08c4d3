import assert from 'node:assert/strict';
import {test} from 'node:test';
import {COLUMNS} from '../../main/webapp/market/rankings/columns.js';
import {RankingTable} from '../../main/webapp/market/rankings/ranking-table.js';
import {sample} from './samples.js';

const fields = ['symbol', 'name', 'last', 'live_pct', 'sector', 'stage', 'strength', 'cap', 'stale'];
const frame = (since, rows, {cells = [], removed = [], version = 1} = {}) => ({universe: 'sp500', version, since, columns: fields, rows, cells, removed});
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
  const {data} = sample('market_state');
  const blank = symbol => data.columns.map(name => name === 'symbol' ? symbol : null);
  const table = tableOf({...data, version: data.since, since: null, rows: ['AIG', 'XOM'].map(blank), cells: []}, data);

  const rows = table.shown({sort: 'place', descending: false}, NONE);
  assert.deepEqual(symbols(rows), ['BAC', 'AIG', 'XOM']);
  assert.deepEqual(COLUMNS.map(({show}) => show(rows[0])).slice(0, 5), ['1', 'BAC', 'Bank of America', '32.65', '+0.43']);
  assert.deepEqual([rows[1].last, rows[1].volume, rows[1].name], [56.73, 884000, null]);
});

test('takes new rows and changed cells, keeps the others, and drops those removed', () => {
  const table = tableOf(first);
  const untouched = table.row('XOM');
  table.take(frame(1, [['GE', 'General Electric', 9, 0.5, 'Industrials', '1B', 'C', 'large', false]],
      {cells: [['BAC', 2, 15, 3, 8.7, 5, '2A'], ['T', 8, true, 6, null]], removed: ['AIG']}));

  assert.deepEqual(symbols(table.shown({sort: 'live_pct', descending: true}, NONE)), ['BAC', 'GE', 'T', 'XOM']);
  assert.deepEqual(table.row('BAC'), {symbol: 'BAC', name: 'Bank of America', last: 15, live_pct: 8.7, sector: 'Financials', stage: '2A', strength: 'G', cap: 'mega', stale: false});
  assert.equal(table.row('T').strength, null);
  assert.equal(table.row('XOM'), untouched);
  assert.deepEqual([table.head.symbol_count, table.head.stale_count], [4, 2]);
});

test('leaves a frame that goes on from what it does not have', () => {
  const late = frame(4, [], {cells: [['BAC', 2, 15]], version: 5});

  assert.equal(tableOf(late).head, null);
  assert.equal(tableOf(first, late).row('BAC').last, 14);
});

test('has what a whole frame tells, whichever frames were skipped', () => {
  const next = randomFrom(7);
  const market = [];
  const table = new RankingTable();
  let had = null;
  for (let version = 1; version <= 300; version++) {
    market.push(marketAfter(market.at(-1) ?? new Map(), next));
    if (next(3) === 0) {
      table.take(had === null ? frame(null, [...market.at(-1).values()], {version})
          : difference(market[had - 1], market.at(-1), had, version));
      had = version;
      const whole = tableOf(frame(null, [...market.at(-1).values()]));
      assert.equal(table.size, whole.size);
      market.at(-1).forEach((values, symbol) => assert.deepEqual(table.row(symbol), whole.row(symbol)));
    }
  }
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

/** Whole numbers below a limit, the same each time. */
function randomFrom(seed) {
  let state = seed;
  return limit => {
    state = (state * 48271) % 2147483647;
    return state % limit;
  };
}

/** A market of up to eight symbols a moment later: some come, some go, some values are others. */
function marketAfter(before, next) {
  const after = new Map([...before].map(([symbol, values]) => [symbol, [...values]]));
  for (let changes = next(6); changes > 0; changes--) {
    const symbol = `S${next(8)}`;
    if (!after.has(symbol)) {
      after.set(symbol, [symbol, 'Co.', ...fields.slice(2).map(() => next(50))]);
    } else if (next(10) === 0) {
      after.delete(symbol);
    } else {
      after.get(symbol)[2 + next(fields.length - 2)] = next(4) === 0 ? null : next(50);
    }
  }
  return after;
}

/** The frame that leads from one market to another. */
function difference(from, to, since, version) {
  const cells = [...to].filter(([symbol]) => from.has(symbol)).map(([symbol, values]) =>
    [symbol, ...values.flatMap((value, at) => value === from.get(symbol)[at] ? [] : [at, value])]).filter(({length}) => length > 1);
  return frame(since, [...to].filter(([symbol]) => !from.has(symbol)).map(([, values]) => values),
      {cells, removed: [...from.keys()].filter(symbol => !to.has(symbol)), version});
}
