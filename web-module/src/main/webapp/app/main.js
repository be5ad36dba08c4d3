/** Wires the page: stream -> store -> elements. Only this file sees them all. */
import './account/ts-login.js';
import './account/ts-user-menu.js';
import {resources} from './api.js';
import './events/ts-event-list.js';
import './gauges/ts-market-line.js';
import {load, save} from './preferences.js';
import './session/ts-announcer.js';
import './session/ts-top-bar.js';
import './shell/ts-app.js';
import {Store} from './store.js';
import {streamOf} from './stream.js';
import './symbol/ts-symbol-sheet.js';
import './universe/ts-universe-picker.js';

const TICK_MS = 500;
const api = resources((path, init) => fetch(path, init), () => signOut());
const store = new Store({
  read: (after, limit) => api.events(after, limit),
  preferences: load(), save, now: Date.now, frame: draw => requestAnimationFrame(draw),
});
const stream = streamOf({
  url: new URL('ws', document.baseURI).href.replace('http', 'ws'),
  socketClass: WebSocket,
  cursor: () => store.book.cursor,
  onFrame: (name, data) => store.receive(name, data),
  onConnection: connected,
  clock: {now: Date.now, after: (ms, run) => setTimeout(run, ms), cancel: timer => clearTimeout(timer)},
});
let watched = '';
const app = Object.assign(document.createElement('ts-app'), {store, api});
app.addEventListener('ts-sign-out', () => api.logout().then(() => signOut(), ({message}) => signOut(message)));
document.body.append(app);
store.subscribe(['session', 'universes'], follow);
setInterval(() => store.tick(), TICK_MS);
addEventListener('online', () => stream.hurry());
document.addEventListener('keydown', event => store.session === 'signed-in' && app.keys(event));
document.addEventListener('visibilitychange', () => document.hidden || stream.hurry());
api.me().then(me => store.signIn(me), ({status, message}) => status === 401 || signOut(message));

/** Connects for whoever is signed in; other universes start over. */
function follow() {
  const {session, universes} = store;
  const watch = session === 'signed-in' ? JSON.stringify([universes.highlow, universes.market]) : '';
  if (watch !== watched) {
    stream.stop();
    if (watch) {
      store.forget();
      stream.start();
    }
    watched = watch;
  }
}

/** A refused handshake looks like any loss, so ask whether the login still holds; a 401 signs out. */
function connected(connection) {
  store.connect(connection);
  if (connection.state === 'lost') {
    api.me().catch(() => undefined);
  }
}

function signOut(trouble) {
  stream.stop();
  store.signOut(trouble);
}
