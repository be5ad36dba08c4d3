import assert from 'node:assert/strict';
import {test} from 'node:test';
import {freshness} from '../../main/webapp/app/session/freshness.js';
import {sample} from './samples.js';

const open = {state: 'open', sinceMs: 0, attempt: 0};
const at = (change, sinceReportMs = 0, connection = open) =>
  freshness({connection, status: {...sample('status_update').data, ...change}, statusAtMs: 1_000_000}, 1_000_000 + sinceReportMs);

test('is live under three seconds', () => {
  assert.deepEqual(at({}), {level: 'live', text: 'live 0.4 s', stale: false});
  assert.equal(at({freshness_ms: 2999}).level, 'live');
});

test('keeps the last report until the next is overdue, then ages', () => {
  assert.equal(at({}, 2400).text, 'live 0.4 s');
  assert.equal(at({}, 4000).text, 'behind 4 s');
});

test('is behind from three seconds and stale over fifteen', () => {
  assert.equal(at({freshness_ms: 3000}).text, 'behind 3 s');
  assert.equal(at({freshness_ms: 15_000}).level, 'behind');
  assert.deepEqual(at({freshness_ms: 15_001}), {level: 'stale', text: 'stale 15 s', stale: true});
});

test('says what is wrong with the feed', () => {
  assert.equal(at({freshness_ms: 20_000, feed_state: 'degraded'}).text, 'stale 20 s, feed interrupted');
  assert.equal(at({freshness_ms: null, feed_state: 'failed'}).text, 'no trade yet, feed failed');
  assert.equal(at({freshness_ms: null}).level, 'wait');
});

test('says why nothing comes when a tape ended or the market is closed', () => {
  assert.equal(at({feed_state: 'finished'}).text, 'tape ended at 09:30:00');
  assert.equal(at({freshness_ms: 60_000, market_session: 'CLOSED'}).text, 'market closed, last trade 09:30:00');
});

test('says since when the connection is lost, and is stale once its data is old', () => {
  const lost = {state: 'lost', sinceMs: 1381239000100, attempt: 3};

  assert.deepEqual(at({}, 5000, lost), {level: 'lost', text: 'disconnected since 09:30:00, try 3', stale: false});
  assert.equal(at({}, 16_000, lost).stale, true);
});

test('is connecting before the first report', () => {
  assert.equal(freshness({connection: open, status: null, statusAtMs: 0}, 0).text, 'connecting');
});
