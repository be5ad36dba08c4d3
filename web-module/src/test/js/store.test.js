import assert from 'node:assert/strict';
import {beforeEach, test} from 'node:test';
import {DEFAULTS} from '../../main/webapp/app/preferences.js';
import {Store} from '../../main/webapp/app/store.js';
import {sample} from './samples.js';

const EPOCH = 1381219200000;
let now;
let frames;
let asked;
let answers;
let store;

beforeEach(() => {
  now = 1_000_000;
  frames = [];
  asked = [];
  answers = [];
  store = new Store({
    read: async (after, limit) => asked.push([after, limit]) && answers.shift(),
    preferences: {...DEFAULTS}, save: () => undefined, now: () => now, frame: draw => frames.push(draw),
  });
});

const rows = name => store.book.lists.get(name).rows;
const kinds = name => rows(name).map(row => row.kind === 'event' ? row.event.offset : row.kind);
const high = (offset, more = {}) => ({...sample('stock_data').data.highs[0], offset, ts_ms: 1381238000000 + offset * 1000, ...more});
const receive = (from, to, highs = [], more = {}) =>
  store.receive('stock_data', {...sample('stock_data').data, from, to, highs, lows: [], trending: {up: [], down: []}, surging: {up: [], down: []}, ...more});
const span = (from, to) => Array.from({length: to - from + 1}, (_, i) => high(from + i));

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

const miss = (from, to) => store.receive('gap', {...sample('gap').data, from, to});

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
  answers = [
    {epoch: EPOCH, after: 2, to: 3, last: 5, gap: null, events: [high(3)]},
    {epoch: EPOCH, after: 3, to: 4, last: 5, gap: null, events: [high(4)]},
  ];

  await store.load(book => book.fill(rows('highs')[1]));

  assert.deepEqual(asked, [[2, 2], [3, 1]]);
  assert.deepEqual(kinds('highs'), [5, 4, 3, 2, 1]);
  assert.deepEqual(kinds('lows'), []);
});

test('says so when the log no longer holds what is missing', async () => {
  receive(0, 2, span(1, 2));
  miss(3, 6);
  receive(6, 7, [high(7)]);
  answers = [{epoch: EPOCH, after: 2, to: 7, last: 7, gap: {from: 3, to: 4, reason: 'left_log'}, events: span(5, 7)}];

  await store.load(book => book.fill(rows('highs')[1]));

  assert.deepEqual(kinds('highs'), [7, 'gap', 6, 5, 2, 1]);
  const {from, to, state} = rows('highs')[1].gap;
  assert.deepEqual([from, to, state], [3, 4, 'lost']);
});

test('lets a gap be tried again when the server did not answer', async () => {
  receive(0, 2);
  miss(3, 4);
  const [row] = rows('highs');
  answers = [Promise.reject(new Error('away'))];

  await store.load(book => book.fill(row));

  assert.equal(row.gap.state, 'failed');
});

test('reads a list further back until the log ends', async () => {
  receive(1200, 1201, [high(1201)]);
  answers = [
    {epoch: EPOCH, after: 200, to: 1200, last: 1201, gap: null, events: [high(900), high(901, {type: 'low'})]},
    {epoch: EPOCH, after: 0, to: 200, last: 1201, gap: {from: 1, to: 99, reason: 'left_log'}, events: [high(100)]},
  ];

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
  store.connect({state: 'open', sinceMs: now, attempt: 0});
  store.receive('status_update', sample('status_update').data);
  assert.equal(store.fresh.level, 'live');

  now += 20_000;
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

const revision = (of, offset, more = {}) => ({...sample('event_revised'), offset, revises: `AIG-${of}`, ...more});
const numbered = offset => high(offset, {id: `AIG-${offset}`});
const revise = (from, ...revised) => receive(from, revised.at(-1).offset, [], {revised});
const statusOf = name => rows(name).map(row => row.revision?.status);

test('shows a revision on the event it revises and nowhere else', () => {
  receive(0, 2, [numbered(1), numbered(2)]);
  const [newest, row] = rows('highs');
  revise(2, revision(1, 3, {status: 'retracted'}));

  assert.deepEqual(kinds('highs'), [2, 1]);
  assert.deepEqual(statusOf('highs'), [undefined, 'retracted']);
  assert.ok(rows('highs')[0] === newest && rows('highs')[1] !== row, 'the revised row alone is drawn anew');
  assert.equal(store.book.lists.get('highs').arrived, 2);
  assert.equal(store.rate.at(store.eventMs).count, 2);
  assert.deepEqual(store.book.cursor, {epoch: EPOCH, after: 3});
});

test('puts a revised price right where it stands, and no price of a retracted event', () => {
  receive(0, 2, [numbered(1), numbered(2)]);
  const {price: was} = high(1);
  revise(2, revision(1, 3, {status: 'retracted', price: 1}), revision(2, 4, {price: 2, percent_change: 0.5}));

  const [revised, retracted] = rows('highs').map(row => row.event);
  assert.deepEqual([revised.price, revised.percent_change, revised.session_high], [2, 0.5, 2]);
  assert.equal(retracted.price, was);
});

test('keeps the last of several revisions, in whatever order they are read', async () => {
  receive(0, 1, [numbered(1)]);
  miss(2, 4);
  revise(4, revision(1, 5, {status: 'retracted'}));
  answers = [{epoch: EPOCH, after: 1, to: 4, last: 5, gap: null, events: [revision(1, 3)]}];

  await store.load(book => book.fill(rows('highs')[0]));

  assert.deepEqual(statusOf('highs'), ['retracted']);
});

test('remembers a revision for an event that is read later', async () => {
  receive(1200, 1201, [numbered(1201)]);
  revise(1201, revision(900, 1202));
  answers = [
    {epoch: EPOCH, after: 200, to: 1200, last: 1202, gap: null, events: [numbered(899), numbered(900), revision(899, 901)]},
    {epoch: EPOCH, after: 0, to: 200, last: 1202, gap: null, events: []},
  ];

  await store.load(book => book.older('highs'));

  assert.deepEqual(kinds('highs'), [1201, 900, 899]);
  assert.deepEqual(statusOf('highs'), [undefined, 'revised', 'revised']);
});

test('holds nothing of a run before against the events of a new one', () => {
  receive(0, 1, [numbered(1)]);
  revise(1, revision(1, 2));
  receive(0, 1, [numbered(1)], {epoch: EPOCH + 1});

  assert.deepEqual(statusOf('highs'), [undefined, undefined, 'revised']);
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
