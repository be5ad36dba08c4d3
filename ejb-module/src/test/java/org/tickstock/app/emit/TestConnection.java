package org.tickstock.app.emit;

import java.util.ArrayList;
import java.util.List;
import org.tickstock.engine.collect.EventCursor;
import org.tickstock.engine.emit.ConnectionLedger;
import org.tickstock.engine.emit.EventCounts;
import org.tickstock.engine.emit.ResumePoint;
import org.tickstock.engine.universe.UniverseSelection;

/** A connection that takes frames, or none. */
final class TestConnection implements UserSubscriber {

    private final String id;
    private final long userId;
    private final UniverseSelection selection;
    final EventCursor cursor = new EventCursor();
    final ConnectionLedger ledger = new ConnectionLedger();
    boolean isBusy;
    boolean isBroken;
    StateWatch watch;
    final List<String> control = new ArrayList<>();
    final List<String> states = new ArrayList<>();

    TestConnection(String id, long userId, UniverseSelection selection) {
        this.id = id;
        this.userId = userId;
        this.selection = selection;
    }

    @Override
    public String connectionId() {
        return id;
    }

    @Override
    public long userId() {
        return userId;
    }

    @Override
    public UniverseSelection selection() {
        return selection;
    }

    @Override
    public void selection(UniverseSelection changed) {
        throw new UnsupportedOperationException();
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
    public String email() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long openedNs() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long heardNs() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Departure departure() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ConnectionLedger ledger() {
        return ledger;
    }

    @Override
    public boolean trySend(String frame, EventCounts events) {
        return !isBusy;
    }

    @Override
    public boolean sendControl(String frame) {
        if (isBroken) {
            throw new IllegalStateException("broken");
        }
        return control.add(frame);
    }

    @Override
    public StateWatch stateWatch() {
        return watch;
    }

    @Override
    public boolean trySendState(String frame) {
        if (isBroken) {
            throw new IllegalStateException("broken");
        }
        return !isBusy && states.add(frame);
    }
}
