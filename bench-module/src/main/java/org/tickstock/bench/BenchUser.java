package org.tickstock.bench;

import org.tickstock.engine.collect.EventCursor;
import org.tickstock.engine.emit.ConnectionLedger;
import org.tickstock.engine.emit.EventCounts;
import org.tickstock.engine.emit.ResumePoint;
import org.tickstock.engine.emit.Subscriber;
import org.tickstock.engine.universe.UniverseSelection;

/** A connected user whose socket takes everything at once. */
final class BenchUser implements Subscriber {

    private final UniverseSelection selection;
    private final EventCursor cursor = new EventCursor();
    private final ConnectionLedger ledger = new ConnectionLedger();
    private int received;
    private String frame;

    BenchUser(UniverseSelection selection) {
        this.selection = selection;
    }

    /** Back to the beginning of the log of this epoch, nothing received. */
    void rewind(long epoch) {
        cursor.enter(epoch, 0);
        received = 0;
    }

    int received() {
        return received;
    }

    /** The last frame, kept as a socket would keep it. */
    String frame() {
        return frame;
    }

    @Override
    public String connectionId() {
        return "bench";
    }

    @Override
    public UniverseSelection selection() {
        return selection;
    }

    @Override
    public EventCursor cursor() {
        return cursor;
    }

    @Override
    public boolean mayStart() {
        return true;
    }

    @Override
    public ResumePoint takeResumePoint() {
        return null;
    }

    @Override
    public ConnectionLedger ledger() {
        return ledger;
    }

    @Override
    public boolean trySend(String text, EventCounts events) {
        frame = text;
        received += events.total();
        ledger.sent(events);
        return true;
    }
}
