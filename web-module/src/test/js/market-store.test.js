import assert from 'node:assert/strict';
import {beforeEach, test} from 'node:test';
import {DEFAULTS} from '../../main/webapp/app/preferences.js';
import {MarketStore} from '../../main/webapp/market/market-store.js';
import {sample} from './samples.js';

const me = sample('me');
let frames;
let timers;
let saved;
let stored;
let store;

beforeEach(() => {
  frames = [];
  timers = new Map();
  saved = [];
  stored = null;
  store = new MarketStore({
    api: {
      me: async () => me, universes: async () => sample('universes'), board: async () => ({name: 'market-board', value: stored}),
      analytics: async () => ({core_universe_analytics: null, user_universe_analytics: null}),
      saveBoard: async board => saved.push(board),
    },
    preferences: {...DEFAULTS}, save: () => undefined, now: () => 0, frame: draw => frames.push(draw),
    after: (ms, run) => timers.set(timers.size + 1, run).size, cancel: timer => timers.delete(timer),
  });
});

test('saves at once what is not saved yet when the page is left, and no more than once', async () => {
  await store.open(null);
  await store.saveBoard();
  assert.deepEqual(saved, []);

  store.arrange({universe: 'sector_energy'});
  await store.saveBoard();
  await store.saveBoard();

  assert.deepEqual(saved.map(({universe}) => universe), ['sector_energy']);
  assert.equal(timers.size, 0);
});

test('opens with the universe that is watched where nothing is arranged', async () => {
  await store.open(null);

  assert.equal(store.board.universe, 'sp500');
  assert.equal(store.board.chart.symbol, 'SPY');
});

test('opens with what was arranged, and with the symbol that the address asks for', async () => {
  stored = {universe: 'sector_energy', chart: {symbol: 'XOM', timeframe: 'daily'}};
  await store.open('bac');

  assert.equal(store.board.universe, 'sector_energy');
  assert.deepEqual(store.board.chart, {symbol: 'BAC', timeframe: 'daily'});
});

test('leaves a universe that is no more for one that is watched', async () => {
  stored = {universe: 'gone'};
  await store.open(null);

  assert.equal(store.board.universe, 'sp500');
});

test('learns of universes that an import brought, and keeps those it knows where nobody answers', async () => {
  await store.open(null);
  const {universes} = sample('universes');
  const more = [...universes, {name: 'theme_ai', title: 'AI', symbol_count: 30}];
  store.api.universes = async () => ({universes: more});
  await store.readUniverses();
  assert.deepEqual(store.universes, more);

  store.api.universes = async () => Promise.reject(new Error('away'));
  await store.readUniverses();
  assert.deepEqual(store.universes, more);
  assert.equal(store.board.universe, 'sp500');
});

test('saves once for many changes, and says so when it could not', async () => {
  await store.open(null);
  store.show('BAC');
  store.show('AIG');
  assert.equal(timers.size, 1);
  [...timers.values()][0]();

  assert.deepEqual(saved.map(({chart}) => chart.symbol), ['AIG']);
  store.api.saveBoard = async () => {
    throw new Error('The server does not answer.');
  };
  store.show('BAC');
  [...timers.values()].at(-1)();
  await new Promise(setImmediate);
  assert.equal(store.troubles.saving, 'The server does not answer.');
});

test('takes rows of its own universe alone', async () => {
  await store.open(null);
  const data = {...sample('market_state').data, cells: []};
  store.receive('market_state', {...data, since: null, universe: 'nasdaq'});
  assert.equal(store.table.size, 0);
  store.receive('market_state', {...data, since: null});

  assert.equal(store.table.size, 1);
  store.chooseUniverse('sector_energy');
  assert.equal(store.table.size, 0);
});

test('keeps the events of the chart\'s symbol until they are drawn', async () => {
  await store.open('AIG');
  store.receive('stock_data', sample('stock_data').data);

  assert.deepEqual(store.passed('AIG').map(({offset}) => offset), [96]);
  assert.deepEqual(store.passed('AIG'), []);
  assert.deepEqual(store.cursor, {epoch: 1381219200000, after: 97});
});

test('remembers each window of the gauges once, and forgets those of an earlier run', () => {
  const {data} = sample('market_analytics');
  const window = ms => ({...data, core_universe_analytics: {
    ...data.core_universe_analytics, aggregation_info: {...data.core_universe_analytics.aggregation_info, window_end_ms: ms}}});
  [10, 10, 20].forEach(ms => store.receive('market_analytics', window(ms)));
  assert.deepEqual(store.history.windows.map(({endMs, core, user}) => [endMs, core, user]), [[10, 20, null], [20, 20, null]]);

  store.receive('market_analytics', window(5));
  assert.deepEqual(store.history.windows.map(({endMs}) => endMs), [5]);
});

test('says why a poll brought nothing, until it brings something', () => {
  store.take('breadth', null, 'insufficient data: there are no daily bars yet');
  assert.equal(store.troubles.breadth, 'insufficient data: there are no daily bars yet');
  store.take('breadth', {metrics: {}});

  assert.equal(store.troubles.breadth, '');
  assert.deepEqual(store.breadth, {metrics: {}});
});
