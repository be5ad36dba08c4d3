package org.tickstock.engine.emit;

import java.util.ArrayList;
import java.util.List;
import org.tickstock.engine.collect.EventCursor;
import org.tickstock.engine.universe.UniverseSelection;

/** A connection that keeps what it is sent. */
public final class RecordingSubscriber implements Subscriber {

    private final EventCursor cursor = new EventCursor();
    private final ConnectionLedger ledger = new ConnectionLedger();
    private final List<String> frames = new ArrayList<>();
    public UniverseSelection selection;
    public ResumePoint resumePoint;
    public boolean mayStart = true;
    public boolean inFlight;

    public RecordingSubscriber(UniverseSelection selection) {
        this.selection = selection;
    }

    public List<String> frames() {
        return frames;
    }

    @Override
    public String connectionId() {
        return "recording";
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
        return mayStart;
    }

    @Override
    public ResumePoint takeResumePoint() {
        ResumePoint point = resumePoint;
        resumePoint = null;
        return point;
    }

    @Override
    public ConnectionLedger ledger() {
        return ledger;
    }

    @Override
    public boolean trySend(String frame, EventCounts events) {
        if (inFlight) {
            return false;
        }
        frames.add(frame);
        ledger.sent(events);
        return true;
    }
}
