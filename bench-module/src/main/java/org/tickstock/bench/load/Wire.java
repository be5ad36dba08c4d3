package org.tickstock.bench.load;

/** What is spoken over the WebSocket. */
enum Wire {
    /** TickStock's, with {@code resume}. */
    TICKSTOCK,
    /** The same frames, without it: what the baseline over {@code ws} sends. */
    PLAIN,
    /** Engine.IO 4 and Socket.IO 5 over a WebSocket. */
    SOCKETIO
}
