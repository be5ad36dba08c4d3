import assert from 'node:assert/strict';
import {test} from 'node:test';
import {adjusted, extendedHours, marks, means, merged} from '../../main/webapp/market/candles/bars.js';
import {sample} from './samples.js';

const MINUTE = 60_000;
const bar = (minute, close, session = 'REGULAR') => ({ts_ms: minute * MINUTE, open: close, high: close, low: close, close, session});
const closes = bars => bars.map(({close}) => close);

test('puts newer bars in place of the same ones and after them', () => {
  const bars = merged([bar(1, 10), bar(2, 11), bar(3, 12)], [bar(3, 12.5), bar(4, 13)], 3);

  assert.deepEqual(closes(bars), [11, 12.5, 13]);
  assert.deepEqual(closes(merged(bars, [], 3)), [11, 12.5, 13]);
});

test('knows no mean of fewer bars than it is of', () => {
  assert.deepEqual(means([bar(1, 1), bar(2, 2), bar(3, 6)], 2), [null, 1.5, 4]);
});

test('shows a day on the scale of its adjusted close', () => {
  const day = adjusted({open: 100, high: 110, low: 90, close: 100, adj_close: 50});

  assert.deepEqual([day.open, day.high, day.low, day.close], [50, 55, 45, 50]);
  const [minute] = sample('bars').bars;
  assert.equal(adjusted(minute), minute);
});

test('finds the runs outside the regular session', () => {
  assert.deepEqual(extendedHours([bar(1, 1, 'PRE'), bar(2, 1, 'PRE'), bar(3, 1), bar(4, 1, 'AFTER')]), [[0, 1], [3, 3]]);
});

test('marks a bar once for all events of a kind and direction', () => {
  const event = (ms, type, direction) => ({ts_ms: ms, type, direction});
  const found = marks([event(MINUTE + 5, 'high', 'up'), event(MINUTE + 900, 'high', 'up'), event(2 * MINUTE, 'low', 'down'),
    event(9 * MINUTE, 'high', 'up'), event(MINUTE + 7, 'event_revised', 'up')], [bar(1, 1), bar(2, 1)], MINUTE);

  assert.deepEqual(found.map(({at, type, events}) => [at, type, events.length]), [[0, 'high', 2], [1, 'low', 1]]);
});
