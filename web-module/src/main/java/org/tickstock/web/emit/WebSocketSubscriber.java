package org.tickstock.web.emit;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.tickstock.app.emit.Departure;
import org.tickstock.app.emit.UserSubscriber;
import org.tickstock.engine.collect.EventCursor;
import org.tickstock.engine.emit.ConnectionLedger;
import org.tickstock.engine.emit.EventCounts;
import org.tickstock.engine.emit.ResumePoint;
import org.tickstock.engine.universe.UniverseSelection;

/**
 * One WebSocket connection: at most one send in flight, always asynchronous, and a small outbox for frames that are no
 * events. Events wait in the log; one frame of theirs may wait here, behind an answer that is on its way.
 *
 * <p>Thread: any; the emission timer offers events, request threads offer answers, the server completes sends.
 * <p>Errors: a client whose send stays in flight for 30 s, that lets its outbox overflow, or of which nothing was heard
 * for 20 s and no pong for 30 s more, is closed with a reason.
 * Every event handed over is counted once, as sent or as failed, even where the server never completes the send.
 */
final class WebSocketSubscriber implements UserSubscriber {

    /** The client does not read. */
    static final CloseReason.CloseCode TOO_SLOW = CloseReason.CloseCodes.getCloseCode(4008);
    /** The client answers no ping. */
    static final CloseReason.CloseCode SILENT = CloseReason.CloseCodes.getCloseCode(4009);
    /** The login session ended. */
    static final CloseReason.CloseCode SIGNED_OUT = CloseReason.CloseCodes.getCloseCode(4401);

    private static final int OUTBOX = 32;
    /** How long a new connection may be silent before it starts as one that does not resume, unless it said it will. */
    private static final long RESUME_GRACE_NS = 300_000_000L;
    private static final String WILL_RESUME = "resume";
    private static final long STUCK_NS = 30_000_000_000L;
    private static final CompletableFuture<Void> TOLD = CompletableFuture.completedFuture(null);

    /** A send on its way, of a ping where there is no frame; told from others by identity. */
    private record Flight(String frame, EventCounts events, boolean isCycle, long sinceNs) {
    }

    private final SessionLink link;
    private final Login login;
    private final Surroundings server;
    private final long openedNs;
    private final boolean willResume;
    private final ClientPulse pulse;
    private final EventCursor cursor = new EventCursor();
    private final ConnectionLedger ledger = new ConnectionLedger();
    private final AtomicReference<ResumePoint> resumePoint = new AtomicReference<>();
    private volatile boolean resumed;
    private volatile UniverseSelection selection;
    private volatile Departure departure;

    // guarded by this
    private final Deque<String> outbox = new ArrayDeque<>();
    private Flight inFlight;
    /** A cycle's frame that was accepted while an answer was on its way. */
    private Flight waiting;
    private boolean closing;

    WebSocketSubscriber(Session session, Login login, UniverseSelection selection, Surroundings server) {
        this.link = new SessionLink(session);
        this.login = login;
        this.selection = selection;
        this.server = server;
        this.openedNs = server.clock().nowNs();
        this.willResume = WILL_RESUME.equals(session.getQueryString());
        this.pulse = new ClientPulse(server.clock());
    }

    @Override
    public String connectionId() {
        return link.id();
    }

    @Override
    public long userId() {
        return login.user().userId();
    }

    @Override
    public String email() {
        return login.user().email();
    }

    @Override
    public long openedNs() {
        return openedNs;
    }

    @Override
    public long heardNs() {
        return pulse.heardNs();
    }

    void heard() {
        pulse.heard();
    }

    @Override
    public Departure departure() {
        return departure;
    }

    Login login() {
        return login;
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
    public ConnectionLedger ledger() {
        return ledger;
    }

    @Override
    public boolean mayStart() {
        return resumed || !willResume && server.clock().nowNs() - openedNs >= RESUME_GRACE_NS;
    }

    /** The client has everything up to an offset. */
    void acknowledge(long epoch, long offset) {
        ledger.acknowledge(epoch, offset, server.clock().nowNs());
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
    public boolean trySend(String frame, EventCounts events) {
        Flight flight;
        synchronized (this) {
            closeIfDead();
            if (closing || waiting != null || inFlight != null && inFlight.isCycle()) {
                return false;
            }
            if (inFlight != null) {
                // The status goes out with every second cycle: nobody is to miss that cycle for it.
                waiting = flight(frame, events, true);
                return true;
            }
            flight = flight(frame, events, true);
            inFlight = flight;
        }
        send(flight);
        return true;
    }

    @Override
    public boolean sendControl(String frame) {
        Flight flight;
        synchronized (this) {
            closeIfDead();
            if (closing) {
                return false;
            }
            if (inFlight != null) {
                if (outbox.size() < OUTBOX) {
                    return outbox.add(frame);
                }
                closeWith(TOO_SLOW, "more than " + OUTBOX + " answers were not taken");
                return false;
            }
            flight = flight(frame, EventCounts.NONE, false);
            inFlight = flight;
        }
        send(flight);
        return true;
    }

    /** Closes the connection; what is in flight is given up. Complete once the client was told, as far as it reads. */
    synchronized CompletableFuture<Void> closeWith(CloseReason.CloseCode code, String reason) {
        if (closing) {
            return TOLD;
        }
        closed(new Departure(code.getCode(), reason));
        // Closing writes to the socket, which a client that does not read can hold up: not on the caller's thread,
        // unless the application stops and has no other left.
        try {
            return CompletableFuture.runAsync(() -> link.close(new CloseReason(code, reason)), server.blocking());
        } catch (RejectedExecutionException stopping) {
            link.close(new CloseReason(code, reason));
            return TOLD;
        }
    }

    /** The connection is gone, or about to. The server may never complete a send to a client that stopped reading. */
    synchronized void closed(Departure why) {
        if (closing) {
            return;
        }
        closing = true;
        departure = why;
        outbox.clear();
        giveUp(inFlight);
        giveUp(waiting);
        inFlight = null;
        waiting = null;
        server.leaving().accept(this);
    }

    private void giveUp(Flight flight) {
        if (flight != null) {
            server.ledger().failed(flight.events());
            ledger.failed(flight.events());
        }
    }

    private void closeIfDead() {
        if (inFlight != null && server.clock().nowNs() - inFlight.sinceNs() >= STUCK_NS) {
            closeWith(TOO_SLOW, "no frame was taken for 30 s");
        } else if (pulse.isGone()) {
            closeWith(SILENT, "no ping was answered for 30 s");
        }
    }

    private Flight flight(String frame, EventCounts events, boolean isCycle) {
        return new Flight(frame, events, isCycle, server.clock().nowNs());
    }

    private void send(Flight flight) {
        link.send(flight.frame(), isSent -> completed(flight, isSent));
    }

    private void completed(Flight flight, boolean isSent) {
        Flight following;
        synchronized (this) {
            if (inFlight != flight) {
                // Given up, and counted, before the server came back with it.
                return;
            }
            if (!isSent) {
                closeWith(CloseReason.CloseCodes.GOING_AWAY, "a frame could not be sent");
                return;
            }
            server.ledger().sent(flight.events());
            ledger.sent(flight.events());
            following = takeNext(flight);
            inFlight = following;
        }
        if (following != null && following.frame() != null) {
            send(following);
        } else if (following != null) {
            ask(following);
        }
    }

    private Flight takeNext(Flight before) {
        if (waiting != null) {
            Flight next = waiting;
            waiting = null;
            return next;
        }
        String answer = outbox.poll();
        // Only behind events: the next ones are a cycle away, so that no cycle waits for the ping.
        return answer != null || before.isCycle() && pulse.isToBeAsked()
                ? flight(answer, EventCounts.NONE, false) : null;
    }

    private void ask(Flight flight) {
        try {
            server.blocking().execute(() -> {
                pulse.asked();
                completed(flight, link.ping());
            });
        } catch (RejectedExecutionException stopping) {
            completed(flight, true);
        }
    }
}
