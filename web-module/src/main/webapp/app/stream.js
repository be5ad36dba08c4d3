const FIRST_DELAY_MS = 1000;
const LONGEST_DELAY_MS = 30_000;
/** The server sends a status every 2 s; a socket silent for this long is dead, whatever it says. */
const SILENCE_MS = 10_000;
const ACK_MS = 3000;

/**
 * The WebSocket: connects, resumes, backs off with jitter, hands every frame on.
 * @param {StreamParts} parts
 */
export function streamOf({url, socketClass, cursor, onFrame, onConnection, clock, random = Math.random}) {
  let socket = null;
  let retry = 0;
  let silence = 0;
  let ackMs = 0;
  let connection = {state: 'closed', sinceMs: 0, attempt: 0};

  return {
    send,
    start() {
      if (connection.state === 'closed') {
        change('connecting', 0);
        connect();
      }
    },
    stop() {
      drop();
      change('closed', 0);
    },
    /** Tries now: the network came back, or the person looks again. */
    hurry() {
      if (connection.state === 'lost' && !socket) {
        clock.cancel(retry);
        connect();
      }
    },
  };

  function connect() {
    // Also in the address: a late resume must not find events already on their way.
    const opened = new socketClass(cursor() ? url + '?resume' : url);
    socket = opened;
    opened.onopen = () => opened === socket && resume();
    opened.onmessage = ({data}) => opened === socket && take(data);
    opened.onclose = () => opened === socket && lose();
    listen();
  }

  function resume() {
    const from = cursor();
    if (from) {
      send('resume', from);
    }
  }

  function take(text) {
    listen();
    const {event, data} = JSON.parse(text);
    // Only a frame proves it: a server that accepts and closes again must not be hammered.
    if (connection.state !== 'open') {
      change('open', 0);
    }
    onFrame(event, data);
    // At once with the frame, so that an operator sees how long its way is.
    if (event === 'stock_data' && clock.now() - ackMs >= ACK_MS) {
      ackMs = clock.now();
      send('ack', {epoch: data.epoch, offset: data.to});
    }
  }

  function send(event, data) {
    socket?.send(JSON.stringify({event, data}));
  }

  function listen() {
    clock.cancel(silence);
    silence = clock.after(SILENCE_MS, lose);
  }

  function lose() {
    drop();
    const attempt = connection.attempt + 1;
    change('lost', attempt);
    const longest = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempt - 1));
    retry = clock.after(longest * (0.5 + random() / 2), connect);
  }

  function drop() {
    clock.cancel(retry);
    clock.cancel(silence);
    const left = socket;
    socket = null;
    left?.close();
  }

  function change(state, attempt) {
    connection = {state, sinceMs: connection.state === state ? connection.sinceMs : clock.now(), attempt};
    onConnection(connection);
  }
}
