import assert from 'node:assert/strict';
import {test} from 'node:test';
import {EPOCH, answer, high, kinds, miss, receive, rows, store} from './live-log.js';
import {sample} from './samples.js';

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
  answer({epoch: EPOCH, after: 1, to: 4, last: 5, gap: null, events: [revision(1, 3)]});

  await store.load(book => book.fill(rows('highs')[0]));

  assert.deepEqual(statusOf('highs'), ['retracted']);
});

test('remembers a revision for an event that is read later', async () => {
  receive(1200, 1201, [numbered(1201)]);
  revise(1201, revision(900, 1202));
  answer(
    {epoch: EPOCH, after: 200, to: 1200, last: 1202, gap: null, events: [numbered(899), numbered(900), revision(899, 901)]},
    {epoch: EPOCH, after: 0, to: 200, last: 1202, gap: null, events: []});

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
