const FIRST_DELAY_MS = 1000;
const LONGEST_DELAY_MS = 30_000;
/** The server sends a status every 2 s; a socket silent for this long is dead, whatever it says. */
const SILENCE_MS = 10_000;

/** The one WebSocket: connects, resumes where it was, backs off with jitter, hands every frame on. */
export class Stream {
  #parts;
  #socket = null;
  #retry = 0;
  #silence = 0;
  #connection = {state: 'closed', sinceMs: 0, attempt: 0};

  /** @param {StreamParts} parts */
  constructor(parts) {
    this.#parts = {random: Math.random, ...parts};
  }

  start() {
    if (this.#connection.state === 'closed') {
      this.#change('connecting', 0);
      this.#connect();
    }
  }

  stop() {
    this.#drop();
    this.#change('closed', 0);
  }

  /** Tries now: the network came back, or the person looks again. */
  hurry() {
    if (this.#connection.state === 'lost' && !this.#socket) {
      this.#parts.clock.cancel(this.#retry);
      this.#connect();
    }
  }

  #connect() {
    const socket = new this.#parts.socketClass(this.#parts.url);
    this.#socket = socket;
    socket.onopen = () => socket === this.#socket && this.#resume();
    socket.onmessage = ({data}) => socket === this.#socket && this.#take(data);
    socket.onclose = () => socket === this.#socket && this.#lose();
    this.#listen();
  }

  #resume() {
    const cursor = this.#parts.cursor();
    if (cursor) {
      this.#socket.send(JSON.stringify({event: 'resume', data: cursor}));
    }
  }

  #take(text) {
    this.#listen();
    const {event, data} = JSON.parse(text);
    // Only a frame proves the connection: a server that accepts and closes again must not be hammered.
    if (this.#connection.state !== 'open') {
      this.#change('open', 0);
    }
    this.#parts.onFrame(event, data);
  }

  #listen() {
    const {clock} = this.#parts;
    clock.cancel(this.#silence);
    this.#silence = clock.after(SILENCE_MS, () => this.#lose());
  }

  #lose() {
    this.#drop();
    const {clock, random} = this.#parts;
    const attempt = this.#connection.attempt + 1;
    this.#change('lost', attempt);
    const longest = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempt - 1));
    this.#retry = clock.after(longest * (0.5 + random() / 2), () => this.#connect());
  }

  #drop() {
    this.#parts.clock.cancel(this.#retry);
    this.#parts.clock.cancel(this.#silence);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  #change(state, attempt) {
    const {state: before, sinceMs} = this.#connection;
    this.#connection = {state, sinceMs: before === state ? sinceMs : this.#parts.clock.now(), attempt};
    this.#parts.onConnection(this.#connection);
  }
}
