package org.tickstock.web.emit;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.tickstock.app.emit.Departure;
import org.tickstock.engine.emit.EventCounts;
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
final class WebSocketSubscriber extends ClientConnection {

    /** The client does not read. */
    static final CloseReason.CloseCode TOO_SLOW = CloseReason.CloseCodes.getCloseCode(4008);
    /** The client answers no ping. */
    static final CloseReason.CloseCode SILENT = CloseReason.CloseCodes.getCloseCode(4009);
    /** The login session ended. */
    static final CloseReason.CloseCode SIGNED_OUT = CloseReason.CloseCodes.getCloseCode(4401);

    private static final int OUTBOX = 32;
    private static final String WILL_RESUME = "resume";
    private static final long STUCK_NS = 30_000_000_000L;
    /** Of the line's time the market's state takes at most one part in five; the rest is for events. */
    private static final long STATE_RESTS = 4;
    private static final CompletableFuture<Void> TOLD = CompletableFuture.completedFuture(null);

    private enum Kind {
        CYCLE, ANSWER, STATE
    }

    /** A send on its way, of a ping where there is no frame; told from others by identity. */
    private record Flight(String frame, EventCounts events, Kind kind, long sinceNs) {
    }

    private final SessionLink link;
    private final Surroundings server;
    private volatile Departure departure;

    // guarded by this
    private final Deque<String> outbox = new ArrayDeque<>();
    private Flight inFlight;
    /** A cycle's frame that was accepted while an answer was on its way. */
    private Flight waiting;
    /** When the next frame of the market's state may go out. */
    private long stateFromNs;
    private boolean closing;

    WebSocketSubscriber(Session session, Login login, UniverseSelection selection, Surroundings server) {
        super(login, selection, WILL_RESUME.equals(session.getQueryString()), server.clock());
        this.link = new SessionLink(session);
        this.server = server;
    }

    @Override
    public String connectionId() {
        return link.id();
    }

    @Override
    public Departure departure() {
        return departure;
    }

    @Override
    public boolean trySend(String frame, EventCounts events) {
        Flight flight;
        synchronized (this) {
            closeIfDead();
            if (closing || waiting != null || inFlight != null && inFlight.kind() == Kind.CYCLE) {
                return false;
            }
            if (inFlight != null) {
                // The status goes out with every second cycle: nobody is to miss that cycle for it.
                waiting = flight(frame, events, Kind.CYCLE);
                return true;
            }
            flight = flight(frame, events, Kind.CYCLE);
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
            flight = flight(frame, EventCounts.NONE, Kind.ANSWER);
            inFlight = flight;
        }
        send(flight);
        return true;
    }

    @Override
    public boolean trySendState(String frame) {
        Flight flight;
        synchronized (this) {
            closeIfDead();
            if (closing || inFlight != null || server.clock().nowNs() < stateFromNs) {
                return false;
            }
            flight = flight(frame, EventCounts.NONE, Kind.STATE);
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
            ledger().failed(flight.events());
        }
    }

    private void closeIfDead() {
        if (inFlight != null && server.clock().nowNs() - inFlight.sinceNs() >= STUCK_NS) {
            closeWith(TOO_SLOW, "no frame was taken for 30 s");
        } else if (pulse().isGone()) {
            closeWith(SILENT, "no ping was answered for 30 s");
        }
    }

    private Flight flight(String frame, EventCounts events, Kind kind) {
        return new Flight(frame, events, kind, server.clock().nowNs());
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
            ledger().sent(flight.events());
            if (flight.kind() == Kind.STATE) {
                long nowNs = server.clock().nowNs();
                stateFromNs = nowNs + STATE_RESTS * (nowNs - flight.sinceNs());
            }
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
        return answer != null || before.kind() == Kind.CYCLE && pulse().isToBeAsked()
                ? flight(answer, EventCounts.NONE, Kind.ANSWER) : null;
    }

    private void ask(Flight flight) {
        try {
            server.blocking().execute(() -> {
                pulse().asked();
                completed(flight, link.ping());
            });
        } catch (RejectedExecutionException stopping) {
            completed(flight, true);
        }
    }
}
