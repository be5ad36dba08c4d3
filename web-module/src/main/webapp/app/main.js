/** Wires the page: stream -> store -> elements. Only this file sees them all. */
import './account/ts-login.js';
import './account/ts-user-menu.js';
import {resources} from './api.js';
import './events/ts-event-list.js';
import './gauges/ts-market-line.js';
import {browser, streamInto} from './live.js';
import './session/ts-announcer.js';
import './session/ts-top-bar.js';
import './shell/ts-app.js';
import {Store} from './store.js';
import './symbol/ts-symbol-sheet.js';

const api = resources((path, init) => fetch(path, init), () => signOut());
const store = new Store({...browser, read: (after, limit) => api.events(after, limit)});
const stream = streamInto(store, api);
let watched = '';
const app = Object.assign(document.createElement('ts-app'), {store, api});
app.addEventListener('ts-sign-out', () => api.logout().then(() => signOut(), ({message}) => signOut(message)));
document.body.append(app);
store.subscribe(['session', 'universes'], follow);
document.addEventListener('keydown', event => store.session === 'signed-in' && app.keys(event));
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

function signOut(trouble) {
  stream.stop();
  store.signOut(trouble);
}
