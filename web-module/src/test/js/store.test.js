import assert from 'node:assert/strict';
import {test} from 'node:test';
import {EPOCH, frames, high, kinds, miss, receive, rows, span, store, wait} from './live-log.js';
import {sample} from './samples.js';

test('puts the events of the sample frame into their lists', () => {
  store.receive('stock_data', sample('stock_data').data);

  assert.deepEqual(kinds('highs'), [96]);
  assert.deepEqual(kinds('uptrends'), [97]);
  assert.deepEqual(kinds('surges-down'), [95]);
  assert.deepEqual(store.counts, sample('stock_data').data.counts);
  assert.deepEqual(store.book.cursor, {epoch: EPOCH, after: 97});
});

test('keeps an event once, whoever sends it again', () => {
  receive(0, 3, span(1, 3));
  receive(0, 3, span(1, 3));
  receive(2, 4, span(2, 4));

  assert.deepEqual(kinds('highs'), [4, 3, 2, 1]);
});

test('keeps the last 500 and knows how far it is complete', () => {
  receive(0, 700, span(1, 700));

  assert.equal(rows('highs').length, 500);
  assert.equal(store.book.lists.get('highs').dropped, 200);
  assert.equal(store.book.reach('highs'), 200);
});

test('lets nothing go while a list is held', () => {
  receive(0, 400, span(1, 400));
  store.book.lists.get('highs').held = true;
  receive(400, 900, span(401, 900));
  assert.equal(rows('highs').length, 900);

  store.book.lists.get('highs').held = false;
  receive(900, 901);
  assert.equal(rows('highs').length, 500);
});

test('draws once per frame whatever comes in, and only what listens to it', () => {
  const drawn = [];
  store.subscribe(['rows'], () => drawn.push('rows'));
  store.subscribe(['sheet'], () => drawn.push('sheet'));

  receive(0, 1, [high(1)]);
  receive(1, 2, [high(2)]);
  assert.equal(frames.length, 1);
  frames.shift()();

  assert.deepEqual(drawn, ['rows']);
});

test('marks only what came in live as fresh', () => {
  receive(0, 1, [high(1)]);
  receive(1, 2, [high(2)]);

  assert.deepEqual(rows('highs').map(row => row.fresh), [true, false]);
});

test('counts the events of the last minute of event time', () => {
  receive(0, 90, span(1, 90));
  assert.deepEqual(store.rate.at(store.eventMs), {count: 60, seconds: 60});
});

test('says how long it has counted before the first minute is over', () => {
  receive(0, 10, span(1, 10));
  assert.deepEqual(store.rate.at(store.eventMs), {count: 10, seconds: 10});
});

test('gets old by itself', () => {
  store.connect({state: 'open', sinceMs: 1_000_000, attempt: 0});
  store.receive('status_update', sample('status_update').data);
  assert.equal(store.fresh.level, 'live');

  wait(20_000);
  store.tick();

  assert.equal(store.fresh.stale, true);
});

test('keeps nothing of a person who signed out', () => {
  store.signIn(sample('me'));
  receive(0, 1, [high(1)]);
  store.open('AIG');

  store.signOut();

  assert.deepEqual(kinds('highs'), []);
  assert.equal(store.book.cursor, null);
  assert.equal(store.sheet, null);
  assert.equal(store.universes, null);
});

test('follows a change of the universes', () => {
  store.signIn(sample('me'));
  store.receive('universe_updated', sample('universe_updated').data);

  assert.deepEqual(store.universes.highlow, ['sp500', 'sector_energy']);
});

test('does not grow with a whole day of events and gaps', () => {
  for (let i = 0; i < 3000; i++) {
    miss(i * 10 + 1, i * 10 + 5);
    receive(i * 10 + 5, i * 10 + 10, span(i * 10 + 6, i * 10 + 10));
  }

  assert.ok(rows('highs').length <= 600);
  assert.ok(rows('lows').length <= 600);
});
