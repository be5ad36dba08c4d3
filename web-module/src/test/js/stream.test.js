import assert from 'node:assert/strict';
import {beforeEach, test} from 'node:test';
import {streamOf} from '../../main/webapp/app/stream.js';
import {sample} from './samples.js';

let sockets;
let timers;
let frames;
let connections;
let cursor;
let now;
let stream;

/** The browser's WebSocket, as far as the stream uses it. */
class Socket {
  sent = [];
  closed = false;

  constructor(url) {
    this.url = url;
    sockets.push(this);
  }

  send(text) {
    this.sent.push(JSON.parse(text));
  }

  close() {
    this.closed = true;
  }
}

beforeEach(() => {
  sockets = [];
  timers = new Map();
  frames = [];
  connections = [];
  cursor = null;
  now = 5000;
  let timer = 0;
  stream = streamOf({
    url: 'ws://here/ws', socketClass: Socket, cursor: () => cursor, random: () => 1,
    onFrame: (name, data) => frames.push([name, data]),
    onConnection: connection => connections.push(connection),
    clock: {
      now: () => now,
      after: (ms, run) => timers.set(++timer, {ms, run}) && timer,
      cancel: id => timers.delete(id),
    },
  });
  stream.start();
});

const last = list => list.at(-1);
const receive = (socket, frame) => socket.onmessage({data: JSON.stringify(frame)});
const fire = () => {
  const [id, {run}] = last([...timers]);
  timers.delete(id);
  run();
};

test('sends nothing on a first visit, so that the server sends its last events', () => {
  sockets[0].onopen();

  assert.deepEqual(sockets[0].sent, []);
});

test('resumes where it was, in the words of the protocol', () => {
  cursor = {epoch: 1381219200000, after: 97};

  sockets[0].onopen();

  assert.deepEqual(sockets[0].sent, [sample('resume')]);
});

test('says in the address that it will resume', () => {
  assert.equal(sockets[0].url, 'ws://here/ws');
  cursor = {epoch: 1381219200000, after: 97};

  sockets[0].onclose();
  fire();

  assert.equal(sockets[1].url, 'ws://here/ws?resume');
});

test('hands every frame on and is open with the first', () => {
  receive(sockets[0], sample('status_update'));

  assert.equal(last(connections).state, 'open');
  assert.deepEqual(frames, [['status_update', sample('status_update').data]]);
});

test('acknowledges a frame at once, and then every three seconds, in the words of the protocol', () => {
  const frame = sample('stock_data');
  receive(sockets[0], sample('status_update'));
  receive(sockets[0], frame);
  assert.deepEqual(sockets[0].sent, [sample('ack')]);

  now += 2999;
  receive(sockets[0], frame);
  assert.equal(sockets[0].sent.length, 1);

  now++;
  receive(sockets[0], {...frame, data: {...frame.data, to: 98}});
  assert.deepEqual(last(sockets[0].sent), {event: 'ack', data: {epoch: frame.data.epoch, offset: 98}});
});

test('acknowledges nothing that the page could not take', () => {
  const broken = streamOf({
    url: 'ws://here/ws', socketClass: Socket, cursor: () => null, onConnection: () => undefined,
    onFrame: () => { throw new TypeError('no such list'); },
    clock: {now: () => now, after: () => 0, cancel: () => undefined},
  });
  broken.start();

  assert.throws(() => receive(last(sockets), sample('stock_data')), TypeError);
  assert.deepEqual(last(sockets).sent, []);
});

test('stays when something comes that is no frame', () => {
  assert.throws(() => sockets[0].onmessage({data: 'hello'}), SyntaxError);

  assert.equal(frames.length, 0);
  assert.equal(sockets[0].closed, false);
});

test('waits twice as long after every failure, up to half a minute', () => {
  const waits = [];
  for (let i = 0; i < 7; i++) {
    last(sockets).onclose();
    waits.push(last([...timers.values()]).ms);
    fire();
  }

  assert.deepEqual(waits, [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
});

test('does not forgive a server that accepts and closes again', () => {
  sockets[0].onopen();
  sockets[0].onclose();
  fire();
  sockets[1].onopen();
  sockets[1].onclose();

  assert.equal(last(connections).attempt, 2);
});

test('says since when it is lost and which try this is', () => {
  receive(sockets[0], sample('pong'));
  sockets[0].onclose();
  fire();
  sockets[1].onclose();

  assert.deepEqual(last(connections), {state: 'lost', sinceMs: 5000, attempt: 2});
});

test('gives a silent socket up', () => {
  receive(sockets[0], sample('pong'));
  assert.equal(last([...timers.values()]).ms, 10_000);

  fire();

  assert.equal(sockets[0].closed, true);
  assert.equal(last(connections).state, 'lost');
});

test('ignores a socket it has left', () => {
  sockets[0].onclose();
  fire();

  receive(sockets[0], sample('pong'));
  sockets[0].onclose();

  assert.equal(frames.length, 0);
  assert.equal(sockets.length, 2);
});

test('tries at once when told to hurry, and only while it waits', () => {
  stream.hurry();
  assert.equal(sockets.length, 1);

  sockets[0].onclose();
  stream.hurry();
  stream.hurry();

  assert.equal(sockets.length, 2);
});

test('leaves no timer and no socket when stopped', () => {
  stream.stop();

  assert.equal(sockets[0].closed, true);
  assert.equal(timers.size, 0);
  assert.equal(last(connections).state, 'closed');
});
