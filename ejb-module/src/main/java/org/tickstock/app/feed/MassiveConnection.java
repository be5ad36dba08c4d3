package org.tickstock.app.feed;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.tickstock.engine.feed.FeedListener;
import org.tickstock.engine.feed.TickRefusal;
import org.tickstock.engine.time.EpochClock;

/**
 * One socket to the vendor: puts frames together, has them decoded, and keeps what the connection loop must know.
 *
 * <p>Thread: the socket's callbacks come one at a time on the executor's threads; all else belongs to the connection
 * loop. The decoder serves one connection at a time, and none that was {@link #abandon abandoned}: its monitor sees to
 * that.
 * <p>Errors: a lost socket is told by {@link #loss}; nothing is thrown.
 */
final class MassiveConnection implements WebSocket.Listener {

    /** Longest message that is put together, in characters; a longer one is counted and dropped. */
    static final int MAX_FRAME_CHARS = 16 * 1024 * 1024;

    /** One status event. */
    record Notice(String status, String message) {
    }

    private static final Logger LOG = System.getLogger(MassiveConnection.class.getName());
    private static final int MAX_NOTICES = 1_024;
    private static final long NS_PER_MINUTE = 60_000_000_000L;

    private final MassiveMessageDecoder decoder;
    private final FeedListener listener;
    private final EpochClock clock;
    private final Queue<Notice> notices = new ArrayBlockingQueue<>(MAX_NOTICES);

    // owner: the socket's callbacks
    private final MassiveFrame frame = new MassiveFrame(MAX_FRAME_CHARS);
    private long lastFaultNs;

    // owner: the connection loop
    private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);

    private boolean abandoned;
    private volatile WebSocket socket;
    private volatile String loss;
    private volatile int confirmations;
    private volatile long lastHeardNs;
    private volatile long lastDataNs;

    MassiveConnection(MassiveMessageDecoder decoder, FeedListener listener, EpochClock clock) {
        this.decoder = decoder;
        this.listener = listener;
        this.clock = clock;
    }

    /** Why the socket is gone, or null while it is not. */
    String loss() {
        return loss;
    }

    /** The next status event, or null. */
    Notice pollNotice() {
        return notices.poll();
    }

    /** How many subscriptions the vendor has confirmed. */
    int confirmations() {
        return confirmations;
    }

    /** When anything came last, pongs included. */
    long lastHeardNs() {
        return lastHeardNs;
    }

    /** When a text message came last. */
    long lastDataNs() {
        return lastDataNs;
    }

    /** Whether the last message has left, so that the next may be sent. */
    boolean isReadyToSend() {
        return sending.isDone();
    }

    /** Sends one message; only when {@link #isReadyToSend}. */
    void send(String message) {
        sending = socket.sendText(message, true).whenComplete(this::noteSent);
    }

    /** Asks the vendor for a sign of life. */
    void ping() {
        socket.sendPing(ByteBuffer.allocate(0)).whenComplete(this::noteSent);
    }

    /** Notes how the attempt to open a socket ended. */
    void onDialed(WebSocket opened, Throwable fault) {
        if (fault != null) {
            lose("no connection, " + describe(fault));
        }
    }

    /** Lets the socket go; when this returns, the listener hears nothing of it any more. */
    void abandon() {
        synchronized (decoder) {
            abandoned = true;
        }
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
    }

    /** Says goodbye and lets the socket go; when this returns, the listener hears nothing of it any more. */
    void close() {
        WebSocket open = socket;
        if (open == null || open.isOutputClosed()) {
            abandon();
            return;
        }
        synchronized (decoder) {
            abandoned = true;
        }
        open.sendClose(WebSocket.NORMAL_CLOSURE, "").whenComplete((sent, fault) -> open.abort());
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        lastHeardNs = clock.nowNs();
        synchronized (decoder) {
            if (abandoned) {
                opened.abort();
                return;
            }
        }
        opened.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        lastHeardNs = clock.nowNs();
        frame.append(part);
        if (last) {
            lastDataNs = lastHeardNs;
            deliver(frame.isComplete());
            frame.clear();
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
        if (last) {
            deliver(false);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        lastHeardNs = clock.nowNs();
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        lose("the vendor closed the connection, code " + code + (reason.isBlank() ? "" : ", " + reason.strip()));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable fault) {
        lose("the connection broke, " + describe(fault));
    }

    private void lose(String reason) {
        if (loss == null) {
            loss = reason;
        }
    }

    private static String describe(Throwable fault) {
        Throwable cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return cause.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    private void deliver(boolean readable) {
        synchronized (decoder) {
            if (abandoned) {
                return;
            }
            try {
                if (readable) {
                    decoder.decode(frame.chars(), frame.length(), lastHeardNs, listener, this::onStatus);
                } else {
                    listener.onUnreadable(TickRefusal.MALFORMED);
                }
            } catch (RuntimeException fault) {
                noteFault(fault);
            }
        }
    }

    private void onStatus(String status, String message) {
        if ("success".equals(status)) {
            confirmations = confirmations + 1;
        } else if (!notices.offer(new Notice(status, message))) {
            LOG.log(Level.WARNING, "status message dropped, too many at once status={0}", status);
        }
    }

    /** The listener is at fault, not the feed: said once a minute, and the connection stays. */
    private void noteFault(RuntimeException fault) {
        if (lastFaultNs == 0 || lastHeardNs - lastFaultNs >= NS_PER_MINUTE) {
            lastFaultNs = lastHeardNs;
            LOG.log(Level.ERROR, "listener failed, the rest of a frame is lost provider=massive", fault);
        }
    }

    private void noteSent(Object sent, Throwable fault) {
        if (fault != null) {
            lose("sending failed, " + describe(fault));
        }
    }
}
