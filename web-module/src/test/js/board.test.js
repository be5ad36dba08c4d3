import assert from 'node:assert/strict';
import {test} from 'node:test';
import {boardOf, DEFAULTS, hidden, moved, PANELS, resized, shifted} from '../../main/webapp/market/board/board.js';

const names = panels => panels.map(({name}) => name);
const abc = [{name: 'a', isHidden: false}, {name: 'x', isHidden: true}, {name: 'b', isHidden: false}, {name: 'c', isHidden: false}];

test('shows every panel to somebody who arranged nothing', () => {
  assert.deepEqual(boardOf(null), DEFAULTS);
  assert.deepEqual(names(boardOf(null).panels), names(PANELS));
});

test('keeps what a person arranged', () => {
  const arranged = {
    ...DEFAULTS, universe: 'nasdaq', chart: {symbol: 'BAC', timeframe: 'daily'}, rankings: {sort: 'live_pct', descending: false},
    panels: moved(hidden(resized(DEFAULTS.panels, 'stages', 2, 1), 'velocity', true), 'candles', 0),
  };

  assert.deepEqual(boardOf(JSON.parse(JSON.stringify(arranged))), arranged);
});

test('takes nothing from a stored board that a panel could not be', () => {
  const {panels, chart, universe} = boardOf({
    universe: 7, chart: {symbol: null, timeframe: 'daily'},
    panels: [{name: 'stages', width: 99, height: 5}, {name: 'gone', width: 4}, null, {name: 'stages', width: 4}, {name: 'rankings', width: 'wide', isHidden: 'no'}],
  });

  assert.equal(universe, '');
  assert.deepEqual(chart, {symbol: 'SPY', timeframe: 'daily'});
  assert.deepEqual(names(panels).slice(0, 2), ['stages', 'rankings']);
  assert.deepEqual([...names(panels)].sort(), names(PANELS).sort());
  assert.deepEqual(panels[0], {name: 'stages', width: 4, height: 5, isHidden: false});
  assert.equal(panels[1].isHidden, false);
});

test('survives a stored board of another kind', () => {
  for (const stored of ['text', 4, [], {panels: 'none'}, {panels: {}}]) {
    assert.equal(boardOf(stored).panels.length, PANELS.length);
  }
});

test('moves a panel among those that are shown, and not beyond them', () => {
  assert.deepEqual(names(moved(abc, 'c', 0)), ['c', 'a', 'b', 'x']);
  assert.deepEqual(names(moved(abc, 'a', 9)), ['b', 'c', 'a', 'x']);
  assert.equal(moved(abc, 'b', 1), abc);
  assert.equal(moved(abc, 'x', 0), abc);
});

test('keeps a panel within twelve columns', () => {
  const [first] = resized(DEFAULTS.panels, 'pressure', 40, -40);

  assert.deepEqual([first.width, first.height], [12, 3]);
});

test('moves a panel on among those that are shown, no further than to an end', () => {
  assert.deepEqual(names(shifted(abc, 'b', -1)), ['b', 'a', 'c', 'x']);
  assert.deepEqual(names(shifted(shifted(abc, 'c', -1), 'c', -1)), ['c', 'a', 'b', 'x']);
  assert.deepEqual(names(shifted(abc, 'a', 9)), ['b', 'c', 'a', 'x']);
  assert.equal(shifted(abc, 'x', 1), abc);
});
