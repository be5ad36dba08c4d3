import {load, save} from './preferences.js';
import {streamOf} from './stream.js';

const TICK_MS = 500;

/** The browser, as stores and streams need it. */
export const browser = {
  preferences: load(), save, now: Date.now, frame: draw => requestAnimationFrame(draw),
  after: (ms, run) => setTimeout(run, ms), cancel: timer => clearTimeout(timer),
};

/** Lets the server's stream into a store, which gets old meanwhile. @param {() => void} [opened] after each connect */
export function streamInto(store, api, root = '', opened) {
  const stream = streamOf({
    url: new URL(`${root}ws`, document.baseURI).href.replace('http', 'ws'),
    socketClass: WebSocket,
    cursor: () => store.cursor,
    onFrame: (name, data) => store.receive(name, data),
    onConnection(connection) {
      store.connect(connection);
      if (connection.state === 'open') {
        opened?.();
      } else if (connection.state === 'lost') {
        // A refused handshake looks like any loss, so ask whether the login still holds; a 401 signs out.
        api.me().catch(() => undefined);
      }
    },
    clock: browser,
  });
  setInterval(() => store.tick(), TICK_MS);
  addEventListener('online', () => stream.hurry());
  document.addEventListener('visibilitychange', () => document.hidden || stream.hurry());
  return stream;
}
