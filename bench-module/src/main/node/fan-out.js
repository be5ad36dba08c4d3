// The fan-out of TickStock the way it is usually done in Node, to measure against.
//
//   node fan-out.js MODE PORT FOLDER EVENTS_PER_SECOND
//
// MODE   ws               one frame per user and second, over ws: sets of symbols, JSON.stringify
//        ws-shared        the same, but users with equal selections share the string
//        socketio         one packet per selection and second, over Socket.IO: a room each
//        socketio-events  one packet per event, over Socket.IO: a room per selection
// FOLDER holds events.ndjson and users.json as the load client recorded them. The events are told in a circle, with
// offsets from 1. Detection, journal, sign-in and REST are not here: what is measured is fan-out alone.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { WebSocketServer } from 'ws';
import { Server as SocketIoServer } from 'socket.io';

const [mode, port, folder, rate] = process.argv.slice(2);
const HIGHLOW = new Set(['high', 'low', 'event_revised']);
const SLICE_MS = 10;

const events = readFileSync(`${folder}/events.ndjson`, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const users = JSON.parse(readFileSync(`${folder}/users.json`, 'utf8')).map((user, index) => ({
  index, market: new Set(user.market), highlow: new Set(user.highlow),
}));
const connections = new Set();
const cycles = [];
const http = createServer();
const perEvent = mode === 'socketio-events';
let pending = [];
let told = 0;
let cyclesTo = 0;

const wants = (user, event) => (HIGHLOW.has(event.type) ? user.highlow : user.market).has(event.symbol);
const userOf = (address) => users[Number(new URL(address, 'http://localhost').searchParams.get('user'))];

/** The data of a stock_data frame: what the user wants of the batch, list by list. */
function frameOf(user, batch, from, to, now) {
  const data = {
    epoch: 1, from, to, server_time_ms: now, market_session: 'REGULAR',
    highs: [], lows: [], trending: { up: [], down: [] }, surging: { up: [], down: [] }, revised: [],
    counts: { total_highs: 0, total_lows: 0, high_pct: 50, low_pct: 50 },
  };
  for (const event of batch) {
    if (wants(user, event)) {
      listOf(data, event).push(event);
    }
  }
  return data;
}

function listOf(data, event) {
  switch (event.type) {
    case 'high': return data.highs;
    case 'low': return data.lows;
    case 'trend': return data.trending[event.direction];
    case 'surge': return data.surging[event.direction];
    default: return data.revised;
  }
}

const hasEvents = (data) => data.highs.length + data.lows.length + data.trending.up.length + data.trending.down.length
  + data.surging.up.length + data.surging.down.length + data.revised.length > 0;

const emitters = {
  ws(batch, from, to, now) {
    for (const { socket, user } of connections) {
      const data = frameOf(user, batch, from, to, now);
      if (hasEvents(data)) {
        socket.send(JSON.stringify({ event: 'stock_data', data }));
      }
    }
  },
  'ws-shared'(batch, from, to, now) {
    const frames = new Map();
    for (const { socket, user } of connections) {
      if (!frames.has(user.index)) {
        const data = frameOf(user, batch, from, to, now);
        frames.set(user.index, hasEvents(data) ? Buffer.from(JSON.stringify({ event: 'stock_data', data })) : null);
      }
      if (frames.get(user.index) !== null) {
        socket.send(frames.get(user.index), { binary: false });
      }
    }
  },
  socketio(batch, from, to, now) {
    const served = new Set();
    for (const { user } of connections) {
      if (!served.has(user.index)) {
        served.add(user.index);
        const data = frameOf(user, batch, from, to, now);
        if (hasEvents(data)) {
          io.to(`user-${user.index}`).emit('stock_data', data);
        }
      }
    }
  },
};

/** A room holds the sockets of one selection; an event goes to the rooms of those who want it. */
function tell(event) {
  const { offset, ...rest } = event;
  const rooms = users.filter((user) => wants(user, event)).map((user) => `user-${user.index}`);
  if (rooms.length > 0) {
    io.to(rooms).emit('stock_event', { offset, server_time_ms: Date.now(), ...rest });
  }
}

let io;
if (mode.startsWith('socketio')) {
  io = new SocketIoServer(http, { transports: ['websocket'], perMessageDeflate: false });
  io.on('connection', (socket) => {
    const connection = { socket, user: userOf(socket.handshake.url) };
    socket.join(`user-${connection.user.index}`);
    connections.add(connection);
    socket.on('disconnect', () => connections.delete(connection));
  });
} else if (mode in emitters) {
  new WebSocketServer({ server: http, path: '/ws' }).on('connection', (socket, request) => {
    const connection = { socket, user: userOf(request.url) };
    connections.add(connection);
    socket.on('close', () => connections.delete(connection));
  });
} else {
  throw new Error(`mode must be ws, ws-shared, socketio or socketio-events, was '${mode}'`);
}

const startMs = performance.now();
setInterval(() => {
  const due = Math.floor((performance.now() - startMs) / 1000 * Number(rate));
  while (told < due) {
    const event = { ...events[told % events.length], offset: ++told };
    if (perEvent) {
      tell(event);
    } else {
      pending.push(event);
    }
  }
}, SLICE_MS);

if (!perEvent) {
  setInterval(() => {
    const begun = performance.now();
    const batch = pending;
    pending = [];
    emitters[mode](batch, cyclesTo, told, Date.now());
    cyclesTo = told;
    if (connections.size > 0) {
      cycles.push(performance.now() - begun);
    }
  }, 1000);
}

/** How long the cycles of the last minute took; TickStock has it in its metrics. */
http.on('request', (request, response) => {
  if (request.url === '/metrics') {
    const recent = cycles.slice(-300).sort((a, b) => a - b);
    const quantile = (q) => (recent.length === 0 ? 0 : recent[Math.min(recent.length - 1, Math.floor(q * recent.length))]);
    response.end([0.5, 0.99, 1].map((q) =>
      `tickstock_emission_cycle_quantile_seconds{quantile="${q}"} ${quantile(q) / 1000}\n`).join(''));
  }
});

http.listen(Number(port), () => console.log(`listening on ${port}, mode ${mode}, ${events.length} events`));
