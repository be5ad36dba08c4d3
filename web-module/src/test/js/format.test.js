import assert from 'node:assert/strict';
import {test} from 'node:test';
import {age, day, decimal, percent, price, signed, time, timeMs, volume} from '../../main/webapp/app/format.js';

test('shows New York time, in summer and in winter', () => {
  assert.equal(time(Date.UTC(2013, 9, 8, 13, 30)), '09:30:00');
  assert.equal(time(Date.UTC(2013, 11, 9, 14, 30)), '09:30:00');
  assert.equal(time(Date.UTC(2013, 9, 8, 4, 0)), '00:00:00');
  assert.equal(timeMs(1381238999100), '09:29:59.100');
  assert.equal(day(Date.UTC(2013, 9, 9, 2)), '2013-10-08');
});

test('shows what is not known as a dash, never as zero', () => {
  for (const show of [time, timeMs, day, percent, price, volume, signed, decimal]) {
    assert.equal(show(null), '–');
    assert.equal(show(undefined), '–');
    assert.equal(show(NaN), '–');
  }
});

test('always shows the sign of a change, with a real minus and no negative zero', () => {
  assert.equal(percent(0.3439), '+0.34\u202f%');
  assert.equal(percent(-0.07), '−0.07\u202f%');
  assert.equal(percent(-0.001), '0.00\u202f%');
  assert.equal(signed(-4.4, 1), '−4.4');
  assert.equal(decimal(-0.5), '−0.50');
  assert.equal(decimal(0.6), '0.60');
});

test('shows prices with the decimals of their tick', () => {
  assert.equal(price(49.61), '49.61');
  assert.equal(price(189.5), '189.50');
  assert.equal(price(0.804), '0.8040');
});

test('shortens volumes', () => {
  assert.equal(volume(300), '300');
  assert.equal(volume(1_200), '1.2\u202fK');
  assert.equal(volume(999_960), '1.0\u202fM');
  assert.equal(volume(1_234_567), '1.2\u202fM');
  assert.equal(volume(3_400_000_000), '3.4\u202fB');
});

test('shows an age in the unit that fits', () => {
  assert.equal(age(412), '0.4 s');
  assert.equal(age(34_900), '34 s');
  assert.equal(age(600_000), '10 min');
  assert.equal(age(7_500_000), '2 h 05 min');
});
