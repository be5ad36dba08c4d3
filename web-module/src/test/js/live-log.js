import {beforeEach} from 'node:test';
import {DEFAULTS} from '../../main/webapp/app/preferences.js';
import {Store} from '../../main/webapp/app/store.js';
import {sample} from './samples.js';

export const EPOCH = 1381219200000;
/** A new one for each test, and what it did: frames it asked to draw, stretches of the log it read. @type {Store} */
export let store;
export let frames;
export let asked;
let answers;
let now;

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

/** Lets wall clock time go by. */
export const wait = ms => {
  now += ms;
};

/** What the log answers next. */
export const answer = (...pages) => answers.push(...pages);

export const rows = name => store.book.lists.get(name).rows;
export const kinds = name => rows(name).map(row => row.kind === 'event' ? row.event.offset : row.kind);
export const high = (offset, more = {}) =>
  ({...sample('stock_data').data.highs[0], offset, ts_ms: 1381238000000 + offset * 1000, ...more});
export const span = (from, to) => Array.from({length: to - from + 1}, (_, i) => high(from + i));
export const receive = (from, to, highs = [], more = {}) => store.receive('stock_data', {
  ...sample('stock_data').data, from, to, highs, lows: [], trending: {up: [], down: []}, surging: {up: [], down: []}, ...more});
export const miss = (from, to) => store.receive('gap', {...sample('gap').data, from, to});
