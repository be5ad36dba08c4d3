import assert from 'node:assert/strict';
import {test} from 'node:test';
import {nextBell, placeOf, regularOf} from '../../main/webapp/market/clock/day-bar.js';
import {sample} from './samples.js';

const at = text => Date.parse(text);
const status = sample('market_status');

test('places the hours of New York between four and twenty', () => {
  assert.equal(placeOf(at('2013-10-08T08:00:00Z')), 0);
  assert.equal(placeOf(at('2013-10-08T16:00:00Z')), 0.5);
  assert.equal(placeOf(at('2013-10-09T01:00:00Z')), 1);
  assert.deepEqual(regularOf(status), [5.5 / 16, 0.75]);
  assert.equal(regularOf({opens_at: null, closes_at: null}), null);
});

test('tells the bell that rings next', () => {
  assert.deepEqual(nextBell(status, at('2013-10-08T13:00:00Z')), {text: 'opens in', ms: 1_800_000});
  assert.deepEqual(nextBell(status, at('2013-10-08T19:00:00Z')), {text: 'closes in', ms: 3_600_000});
  assert.deepEqual(nextBell(status, at('2013-10-08T20:30:00Z')), {text: 'opens in', ms: 17 * 3_600_000});
});
