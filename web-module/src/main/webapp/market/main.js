/** Wires the page of the market's state: polls and stream -> store -> panels. The only file that sees them all. */
import {load, save} from '../app/preferences.js';
import {streamOf} from '../app/stream.js';
import {resources} from './api.js';
import './board/ts-board.js';
import './clock/ts-market-bar.js';
import {MarketStore} from './market-store.js';
import {pollsOf} from './polls.js';

const TICK_MS = 500;
const api = resources((path, init) => fetch(path, init), () => location.assign('../'));
const store = new MarketStore({
  api, preferences: load(), save, now: Date.now, frame: draw => requestAnimationFrame(draw),
  after: (ms, run) => setTimeout(run, ms), cancel: timer => clearTimeout(timer),
});
const polls = pollsOf({api, store, isHidden: () => document.hidden, after: (ms, run) => setTimeout(run, ms)});
const stream = streamOf({
  url: new URL('../ws', document.baseURI).href.replace('http', 'ws'),
  socketClass: WebSocket,
  cursor: () => store.cursor,
  onFrame: (name, data) => store.receive(name, data),
  onConnection: connected,
  clock: {now: Date.now, after: (ms, run) => setTimeout(run, ms), cancel: timer => clearTimeout(timer)},
});

start().catch(({status, message}) => status === 401 || document.body.append(`The page could not be read: ${message}`));

async function start() {
  await store.open(new URLSearchParams(location.search).get('symbol'));
  document.body.append(
      Object.assign(document.createElement('ts-market-bar'), {store}), Object.assign(document.createElement('ts-board'), {store}));
  store.subscribe(['universe'], () => {
    polls.hurry();
    watch();
  });
  document.addEventListener('visibilitychange', () => document.hidden || (polls.hurry(), stream.hurry()));
  addEventListener('online', () => stream.hurry());
  setInterval(() => store.tick(), TICK_MS);
  polls.start();
  stream.start();
}

function connected(connection) {
  store.connect(connection);
  if (connection.state === 'open') {
    watch();
  } else if (connection.state === 'lost') {
    // A refused handshake looks like any loss, so ask whether the login still holds.
    api.me().catch(() => undefined);
  }
}

function watch() {
  stream.send('market_state_watch', {universe: store.board.universe});
}
