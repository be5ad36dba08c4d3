package org.tickstock.web.emit;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.tickstock.app.account.SignedIn;
import org.tickstock.app.emit.UserSubscriber;
import org.tickstock.engine.collect.EventCursor;
import org.tickstock.engine.emit.EmissionLedger;
import org.tickstock.engine.emit.ResumePoint;
import org.tickstock.engine.time.EpochClock;
import org.tickstock.engine.universe.UniverseSelection;

/**
 * One WebSocket connection: at most one send in flight, always asynchronous, and a small outbox for frames that are no
 * events. Events need none: they wait in the log.
 *
 * <p>Thread: any; the emission timer offers events, request threads offer answers, the server completes sends.
 * <p>Errors: a client whose send stays in flight for 30 s, or that lets its outbox overflow, is closed with a reason.
 */
final class WebSocketSubscriber implements UserSubscriber {

    /** The client does not read. */
    static final CloseReason.CloseCode TOO_SLOW = CloseReason.CloseCodes.getCloseCode(4008);
    /** The login session ended. */
    static final CloseReason.CloseCode SIGNED_OUT = CloseReason.CloseCodes.getCloseCode(4401);

    private static final Logger LOG = System.getLogger(WebSocketSubscriber.class.getName());
    private static final int OUTBOX = 32;
    private static final long RESUME_GRACE_NS = 300_000_000L;
    private static final long STUCK_NS = 30_000_000_000L;

    private final Session session;
    private final SignedIn user;
    private final String token;
    private final EpochClock clock;
    private final EmissionLedger ledger;
    private final Executor closer;
    private final long openedNs;
    private final EventCursor cursor = new EventCursor();
    private final AtomicReference<ResumePoint> resumePoint = new AtomicReference<>();
    private volatile boolean resumed;
    private volatile UniverseSelection selection;

    // guarded by this
    private final Deque<String> outbox = new ArrayDeque<>();
    private boolean inFlight;
    private long inFlightSinceNs;
    private boolean closing;

    WebSocketSubscriber(Session session, SignedIn user, String token, UniverseSelection selection, EpochClock clock,
            EmissionLedger ledger, Executor closer) {
        this.session = session;
        this.user = user;
        this.token = token;
        this.selection = selection;
        this.clock = clock;
        this.ledger = ledger;
        this.closer = closer;
        this.openedNs = clock.nowNs();
    }

    @Override
    public String connectionId() {
        return session.getId();
    }

    @Override
    public long userId() {
        return user.userId();
    }

    SignedIn user() {
        return user;
    }

    String token() {
        return token;
    }

    @Override
    public UniverseSelection selection() {
        return selection;
    }

    @Override
    public void selection(UniverseSelection changed) {
        selection = changed;
    }

    @Override
    public EventCursor cursor() {
        return cursor;
    }

    @Override
    public boolean mayStart() {
        return resumed || clock.nowNs() - openedNs >= RESUME_GRACE_NS;
    }

    /** The client asks to go on behind this point. */
    void resumeFrom(ResumePoint point) {
        resumePoint.set(point);
        resumed = true;
    }

    @Override
    public ResumePoint takeResumePoint() {
        return resumePoint.getAndSet(null);
    }

    @Override
    public boolean trySend(String frame, int events) {
        synchronized (this) {
            if (inFlight && clock.nowNs() - inFlightSinceNs >= STUCK_NS) {
                closeWith(TOO_SLOW, "no frame was taken for 30 s");
            }
            if (inFlight || closing) {
                return false;
            }
            takeOff();
        }
        send(frame, events);
        return true;
    }

    @Override
    public boolean sendControl(String frame) {
        synchronized (this) {
            if (closing) {
                return false;
            }
            if (inFlight) {
                if (outbox.size() < OUTBOX) {
                    return outbox.add(frame);
                }
                closeWith(TOO_SLOW, "more than " + OUTBOX + " answers were not taken");
                return false;
            }
            takeOff();
        }
        send(frame, 0);
        return true;
    }

    /** Closes the connection; what is in flight is given up. */
    synchronized void closeWith(CloseReason.CloseCode code, String reason) {
        if (closing) {
            return;
        }
        closing = true;
        outbox.clear();
        // Closing writes to the socket, which a client that does not read can hold up: never on the caller's thread.
        closer.execute(() -> {
            try {
                session.close(new CloseReason(code, reason));
            } catch (IOException broken) {
                LOG.log(Level.DEBUG, "connection was broken already id={0}", session.getId());
            }
        });
    }

    /** The connection is gone. */
    synchronized void closed() {
        closing = true;
        outbox.clear();
    }

    private void takeOff() {
        inFlight = true;
        inFlightSinceNs = clock.nowNs();
    }

    private void send(String frame, int events) {
        try {
            session.getAsyncRemote().sendText(frame, result -> completed(result.isOK(), events));
        } catch (RuntimeException refused) {
            LOG.log(Level.DEBUG, "frame refused id=" + session.getId(), refused);
            completed(false, events);
        }
    }

    private void completed(boolean isSent, int events) {
        if (isSent) {
            ledger.sent(events);
        } else {
            ledger.failed(events);
            closeWith(CloseReason.CloseCodes.GOING_AWAY, "a frame could not be sent");
        }
        String next;
        synchronized (this) {
            next = closing ? null : outbox.poll();
            if (next == null) {
                inFlight = false;
                return;
            }
            inFlightSinceNs = clock.nowNs();
        }
        send(next, 0);
    }
}
