import assert from 'node:assert/strict';
import {test} from 'node:test';
import {placeOf} from '../../main/webapp/market/sectors/labels.js';

const BOUNDS = {x: 0, y: 0, width: 300, height: 200};
const SIZE = {width: 60, height: 12};
const dot = (x, y) => ({x: x - 5, y: y - 5, width: 10, height: 10});

test('puts a label right of its dot, on its level', () => {
  assert.deepEqual(placeOf(dot(100, 100), SIZE, [], BOUNDS), {x: 108, y: 94, ...SIZE});
});

test('puts it left where the right is beyond the picture', () => {
  assert.deepEqual(placeOf(dot(280, 100), SIZE, [], BOUNDS), {x: 212, y: 94, ...SIZE});
});

test('finds places for eight small labels of one spot that do not touch, and none for a ninth', () => {
  const taken = [];
  for (let label = 0; label < 8; label++) {
    const place = placeOf(dot(150, 100), {width: 12, height: 4}, taken, BOUNDS);
    assert.ok(place, `label ${label}`);
    taken.push(place);
  }

  assert.equal(placeOf(dot(150, 100), {width: 12, height: 4}, taken, BOUNDS), null);
});

test('finds no place for a label that is wider than the picture', () => {
  assert.equal(placeOf(dot(150, 100), {width: 301, height: 12}, [], BOUNDS), null);
});
