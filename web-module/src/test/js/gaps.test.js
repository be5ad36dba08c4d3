import assert from 'node:assert/strict';
import {test} from 'node:test';
import {EPOCH, answer, asked, high, kinds, miss, receive, rows, span, store} from './live-log.js';
import {sample} from './samples.js';

test('shows a declared gap as a row of every list, with its times', () => {
  receive(0, 2, span(1, 2));
  miss(3, 14);
  receive(14, 15, [high(15)]);

  assert.deepEqual(kinds('highs'), [15, 'gap', 2, 1]);
  assert.deepEqual(kinds('lows'), ['gap']);
  const {from, to, sinceMs, untilMs} = rows('highs')[1].gap;
  assert.deepEqual([from, to, sinceMs, untilMs], [3, 14, high(2).ts_ms, high(15).ts_ms]);
});

test('takes no gap from offsets that were for others', () => {
  receive(0, 2, span(1, 2));
  receive(14, 15, [high(15)]);

  assert.deepEqual(kinds('highs'), [15, 2, 1]);
  assert.deepEqual(store.book.cursor, {epoch: EPOCH, after: 15});
});

test('asks after a gap for what comes behind it', () => {
  receive(0, 41, [high(41)]);
  miss(42, 90);
  miss(42, 90);

  assert.deepEqual(kinds('highs'), ['gap', 41]);
  assert.deepEqual(store.book.cursor, {epoch: EPOCH, after: 90});
});

test('fills a gap from the log, in its place', async () => {
  receive(0, 2, span(1, 2));
  miss(3, 4);
  receive(4, 5, [high(5)]);
  answer(
    {epoch: EPOCH, after: 2, to: 3, last: 5, gap: null, events: [high(3)]},
    {epoch: EPOCH, after: 3, to: 4, last: 5, gap: null, events: [high(4)]});

  await store.load(book => book.fill(rows('highs')[1]));

  assert.deepEqual(asked, [[2, 2], [3, 1]]);
  assert.deepEqual(kinds('highs'), [5, 4, 3, 2, 1]);
  assert.deepEqual(kinds('lows'), []);
});

test('says so when the log no longer holds what is missing', async () => {
  receive(0, 2, span(1, 2));
  miss(3, 6);
  receive(6, 7, [high(7)]);
  answer({epoch: EPOCH, after: 2, to: 7, last: 7, gap: {from: 3, to: 4, reason: 'left_log'}, events: span(5, 7)});

  await store.load(book => book.fill(rows('highs')[1]));

  assert.deepEqual(kinds('highs'), [7, 'gap', 6, 5, 2, 1]);
  const {from, to, state} = rows('highs')[1].gap;
  assert.deepEqual([from, to, state], [3, 4, 'lost']);
});

test('lets a gap be tried again when the server did not answer', async () => {
  receive(0, 2);
  miss(3, 4);
  const [row] = rows('highs');
  answer(Promise.reject(new Error('away')));

  await store.load(book => book.fill(row));

  assert.equal(row.gap.state, 'failed');
});

test('reads a list further back until the log ends', async () => {
  receive(1200, 1201, [high(1201)]);
  answer(
    {epoch: EPOCH, after: 200, to: 1200, last: 1201, gap: null, events: [high(900), high(901, {type: 'low'})]},
    {epoch: EPOCH, after: 0, to: 200, last: 1201, gap: {from: 1, to: 99, reason: 'left_log'}, events: [high(100)]});

  await store.load(book => book.older('highs'));

  assert.deepEqual(asked, [[200, 1000], [0, 200]]);
  assert.deepEqual(kinds('highs'), [1201, 900, 100]);
  assert.equal(store.book.reach('highs'), 0);
});

test('divides sessions by the events themselves', () => {
  receive(0, 3, [high(1, {session: 'PRE'}), high(2, {session: 'PRE'}), high(3)]);

  assert.deepEqual(kinds('highs'), [3, 'session', 2, 1]);
});

test('puts a divider down at a session reset and keeps it above late events', () => {
  receive(0, 1, [high(1, {session: 'PRE'})]);
  store.receive('session_reset', sample('session_reset').data);
  assert.deepEqual(kinds('highs'), ['session', 1]);
  assert.deepEqual(kinds('lows'), []);

  receive(1, 3, [high(2, {session: 'PRE'}), high(3)]);

  assert.deepEqual(kinds('highs'), [3, 'session', 2, 1]);
  assert.equal(rows('highs')[1].session, 'REGULAR');
});

test('keeps the rows of a run before below a divider, and the offsets of both apart', () => {
  receive(0, 2, span(1, 2));
  store.receive('gap', {epoch: EPOCH + 1, from: 3, to: 9, reason: 'unknown_epoch'});
  receive(0, 1, [high(1)], {epoch: EPOCH + 1});

  assert.deepEqual(kinds('highs'), [1, 'restart', 2, 1]);
  assert.deepEqual(store.book.cursor, {epoch: EPOCH + 1, after: 1});
});
