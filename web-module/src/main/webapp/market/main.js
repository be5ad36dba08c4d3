/** Wires the page of the market's state: polls and stream -> store -> panels. The only file that sees them all. */
import {browser, streamInto} from '../app/live.js';
import {resources} from './api.js';
import './board/ts-board.js';
import './clock/ts-market-bar.js';
import {MarketStore} from './market-store.js';
import {pollsOf} from './polls.js';

const api = resources((path, init) => fetch(path, init), () => location.assign('../'));
const store = new MarketStore({...browser, api});
const polls = pollsOf({api, store, isHidden: () => document.hidden, after: browser.after});
const stream = streamInto(store, api, '../', watch);

start().catch(({status, message}) => status === 401 || document.body.append(`The page could not be read: ${message}`));

async function start() {
  await store.open(new URLSearchParams(location.search).get('symbol'));
  document.body.append(
      Object.assign(document.createElement('ts-market-bar'), {store}), Object.assign(document.createElement('ts-board'), {store}));
  store.subscribe(['universe'], () => {
    polls.hurry();
    watch();
  });
  document.addEventListener('visibilitychange', () => document.hidden ? store.saveBoard() : polls.hurry());
  addEventListener('focus', () => store.readUniverses());
  polls.start();
  stream.start();
}

function watch() {
  stream.send('market_state_watch', {universe: store.board.universe});
}
