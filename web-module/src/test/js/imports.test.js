import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  DAY_COLUMNS, FILE_COLUMNS, IMPORT_COLUMNS, ORDERS, dayFindings, dayRows, fileRows, findings, importRows, moment, outcome, pauseMs, progressOf, size, symbolsOf,
} from '../../main/webapp/admin/import-words.js';
import {sample} from './samples.js';

test('looks every second while something runs and every ten else', () => {
  assert.equal(pauseMs(sample('import').running), 1000);
  assert.equal(pauseMs(null), 10_000);
});

test('says sizes in the unit that fits', () => {
  assert.deepEqual([0, 1, 999, 1000, 9949, 9960, 903_682, 999_600, 2_216_432, 1.5e9].map(size),
      ['0 bytes', '1 byte', '999 bytes', '1.0 KB', '9.9 KB', '10 KB', '904 KB', '1.0 MB', '2.2 MB', '1.5 GB']);
});

test('tells moments in New York and nothing of what is none', () => {
  assert.equal(moment('2013-10-08T20:15:00.120Z'), '2013-10-08 16:15:00');
  assert.equal(moment(null), '–');
});

test('tells how far an import is, and leaves out what nobody knows', () => {
  const {running} = sample('import');

  assert.deepEqual(progressOf(running),
      {percent: 34.5, text: 'daily/2013.csv.gz, file 2 of 3: reads rows, 41,000 rows, 35 %'});
  assert.deepEqual(progressOf({...running, number: 1, of: 1, percent: 0, rows: 1, phase: 'waiting'}),
      {percent: null, text: 'daily/2013.csv.gz: waits for its turn, 1 row'});
});

test('offers to import what can be, while nothing else is', () => {
  const rows = fileRows(sample('import'), false);

  assert.deepEqual(rows.map(row => row.length), [FILE_COLUMNS.length, FILE_COLUMNS.length, FILE_COLUMNS.length]);
  assert.deepEqual(rows[0].map(({text}) => text), ['caps.csv', 'symbols', '904 KB', '2013-10-08 15:00:00', 'Import']);
  assert.deepEqual(rows[0][4].action, {name: 'Import caps.csv', data: {file: 'caps.csv'}, off: false});
  assert.equal(rows[2][1].level, 'caution');
  assert.equal(rows[2][4].action, undefined);
  assert.deepEqual(fileRows(sample('import'), true).map(row => row[4].action?.off), [true, true, undefined]);
});

test('lists imports with what came of them', () => {
  const [running, done] = importRows(sample('import'));

  assert.equal(running.length, IMPORT_COLUMNS.length);
  assert.equal(running[5].text, '–');
  assert.deepEqual(done.map(({text}) => text),
      ['6', 'symbols', 'caps.csv', 'done', '2013-10-08 16:14:00', '1.4 s', '7,182', '7,180', '2']);
  assert.deepEqual(done[0].action, {name: 'Report of import 6, caps.csv', data: {report: '6'}});
  assert.equal(done[8].level, 'caution');
  assert.equal(importRows({imports: [{...sample('import').imports[1], state: 'failed', trouble: 'why'}]})[0][3].note, 'why');
});

test('tells the findings that there are and how many more', () => {
  const {report} = sample('import_report');

  assert.deepEqual(findings(report).map(({kind, text, more, level}) => [kind, text, more, level]),
      [['bad_rows', '2 rows that cannot be, left out', 1, 'bad']]);
  assert.deepEqual(findings(null), []);
  assert.equal(findings({new_kind: {count: 1, first: ['x']}})[0].text, '1 new kind');
});

test('says in one sentence what an import came to', () => {
  const [running, done] = sample('import').imports;

  assert.equal(outcome(running), 'daily/2013.csv.gz is under way');
  assert.equal(outcome(done), 'caps.csv is in: 7,182 rows read, 7,180 new or changed, 2 left out');
  assert.equal(outcome({...done, state: 'unchanged'}), 'caps.csv is in already, nothing changed');
  assert.equal(outcome({...done, state: 'failed', trouble: 'it broke off'}), 'caps.csv failed: it broke off');
});

test('lists days, and no share of nothing', () => {
  const [row] = dayRows(sample('end_of_days'));

  assert.equal(row.length, DAY_COLUMNS.length);
  assert.deepEqual(row.map(({text}) => text), ['2013-10-08', 'partial', '470', '503', '93.43 %', '3', '1', '2013-10-08 17:15:00']);
  assert.equal(dayRows({days: [{...sample('end_of_days').days[0], tracked: 0, present_pct: null}]})[0][4].text, '–');
});

test('tells who is missing on a day and what differs', () => {
  const [missing, differences] = dayFindings(sample('end_of_day'));

  assert.deepEqual([missing.text, missing.first, missing.more], ['33 tracked symbols without a bar', ['AAP, ZTS'], 31]);
  assert.equal(differences.text, '1 imported bar that is not our own');
  assert.deepEqual(dayFindings({missing: [], tracked: 5, present: 5, differences: [], differing: 0}), []);
});

test('makes orders of what was filled in', () => {
  assert.deepEqual(symbolsOf(' AAPL,MSFT;\n BRK.B '), ['AAPL', 'MSFT', 'BRK.B']);
  assert.deepEqual(ORDERS.bars({timeframe: 'daily', symbols: 'AAPL', from: '2013-01-01', to: '2013-10-08'}),
      {timeframe: 'daily', symbols: ['AAPL'], from: '2013-01-01', to: '2013-10-08'});
  assert.deepEqual(ORDERS.symbols({symbols: ' '}), {vendor: 'symbols'});
  assert.deepEqual(ORDERS.symbols({symbols: 'AAPL'}), {vendor: 'symbols', symbols: ['AAPL']});
  assert.deepEqual(ORDERS.members({file: 'a.csv', universe: 'mine', title: ' '}), {file: 'a.csv', universe: 'mine'});
  assert.deepEqual(ORDERS.members({file: 'a.csv', universe: 'mine', title: 'Mine '}), {file: 'a.csv', universe: 'mine', title: 'Mine'});
});
