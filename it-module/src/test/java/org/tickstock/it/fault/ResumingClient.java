package org.tickstock.it.fault;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A client that keeps what it got and where it stands, and comes back by {@code resume} when it lost its connection.
 *
 * <p>Thread: any; frames come on the HTTP client's threads.
 */
final class ResumingClient implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Watch watch;
    private final long sinceEpoch;
    private final long since;

    // guarded by this
    private final List<Delivery> deliveries = new ArrayList<>();
    private final List<Hole> holes = new ArrayList<>();
    private final List<Integer> closeCodes = new ArrayList<>();
    private long epoch;
    private long after;
    private Line line;
    private int connects;
    private boolean done;
    private int backwardFrames;

    /** Stands behind this event, not connected yet. */
    ResumingClient(Watch watch, LogEnd from) {
        this.watch = watch;
        this.sinceEpoch = from.epoch();
        this.since = from.last();
        this.epoch = from.epoch();
        this.after = from.last();
    }

    /** Takes a frame that came over some other connection before. */
    synchronized void take(String text) {
        FrameScan frame = new FrameScan(text);
        if (frame.isEvents()) {
            takeEvents(frame);
        } else if (frame.isGap()) {
            takeGap(new Hole(frame.number("epoch"), frame.number("from"), frame.number("to")));
        }
    }

    private void takeEvents(FrameScan frame) {
        List<Delivery> events = frame.events();
        long log = frame.number("epoch");
        boolean isBack = events.stream().anyMatch(event -> log == epoch && event.offset() <= after);
        backwardFrames += isBack ? 1 : 0;
        deliveries.addAll(events);
        epoch = log;
        after = frame.number("to");
    }

    private void takeGap(Hole hole) {
        holes.add(hole);
        if (hole.to() != Long.MAX_VALUE) {
            epoch = hole.epoch();
            after = hole.to();
        }
    }

    /** Connects if there is no connection, nor one on its way. */
    synchronized void tend() {
        if (line != null || done) {
            return;
        }
        Line next = new Line();
        line = next;
        connects++;
        URI address = watch.account().server().resolve("ws?resume");
        HTTP.newWebSocketBuilder().header("Cookie", watch.account().cookie())
                .buildAsync(URI.create(address.toString().replaceFirst("^http", "ws")), next)
                .whenComplete((socket, refused) -> {
                    if (refused != null) {
                        lost(next);
                    }
                });
    }

    /** Drops the connection without a word, as a lost network does, at whatever stage it is. */
    void drop() {
        Line dropped = takeLine();
        if (dropped != null) {
            dropped.abandon();
        }
    }

    /** Says good-bye, and does not come back until it is tended. */
    void leave() {
        Line left = takeLine();
        if (left != null) {
            left.sayGoodBye();
        }
    }

    private synchronized Line takeLine() {
        Line taken = line;
        line = null;
        return taken;
    }

    Watch watch() {
        return watch;
    }

    long sinceEpoch() {
        return sinceEpoch;
    }

    /** Whether it has everything up to there, or was told that it cannot. */
    synchronized boolean hasCovered(LogEnd end) {
        return epoch == end.epoch() && after >= end.last();
    }

    /** Whether the server serves it: a socket that is open and silent may still be refused. */
    synchronized boolean isConnected() {
        return line != null && line.isOpen && line.hasHeard;
    }

    /** Whether nothing came yet over the connection it has, or has asked for. */
    synchronized boolean isFresh() {
        return line != null && !line.hasHeard;
    }

    synchronized int connects() {
        return connects;
    }

    synchronized List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    synchronized List<Hole> holes() {
        return List.copyOf(holes);
    }

    /** Frames that told of offsets at or before one that was told already. */
    synchronized int backwardFrames() {
        return backwardFrames;
    }

    /** Codes with which the server closed. */
    synchronized List<Integer> closeCodes() {
        return List.copyOf(closeCodes);
    }

    /** Whether this event came after the one it joined behind. */
    boolean joinedBefore(Delivery delivery) {
        return delivery.epoch() > sinceEpoch || delivery.epoch() == sinceEpoch && delivery.offset() > since;
    }

    @Override
    public synchronized String toString() {
        return watch.highlow() + " since " + sinceEpoch + "/" + since + " now at " + epoch + "/" + after
                + (line == null ? " away" : line.isOpen ? " connected" : " connecting") + " holes " + holes;
    }

    @Override
    public void close() {
        synchronized (this) {
            done = true;
        }
        drop();
    }

    private synchronized void lost(Line which) {
        if (line == which) {
            line = null;
        }
    }

    private synchronized void closed(Line which, int code) {
        if (line == which) {
            closeCodes.add(code);
            line = null;
        }
    }

    private synchronized String resume(Line which) {
        which.isOpen = true;
        return "{\"event\":\"resume\",\"data\":{\"epoch\":" + epoch + ",\"after\":" + after + "}}";
    }

    private synchronized void take(Line from, String text) {
        if (line == from) {
            from.hasHeard = true;
            take(text);
        }
    }

    /** One connection; what still comes over one that was given up is not looked at. */
    private final class Line implements WebSocket.Listener {

        private final StringBuilder partial = new StringBuilder();
        private final CompletableFuture<WebSocket> opened = new CompletableFuture<>();
        private volatile boolean isOpen;
        private volatile boolean hasHeard;

        @Override
        public void onOpen(WebSocket socket) {
            opened.complete(socket);
            socket.sendText(resume(this), true);
            socket.request(1);
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            partial.append(part);
            if (last) {
                take(this, partial.toString());
                partial.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed(this, code);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable broken) {
            lost(this);
        }

        private void abandon() {
            opened.thenAccept(WebSocket::abort);
        }

        private void sayGoodBye() {
            opened.thenAccept(socket -> socket.sendClose(WebSocket.NORMAL_CLOSURE, "back soon")
                    .whenComplete((sent, broken) -> socket.abort()));
        }
    }
}
