package org.tickstock.engine.trace;

import java.util.Locale;

/**
 * The ten points of an event's way, in their order; the last five are those of one emission cycle.
 *
 * <p>Source: seed document, "Tracer Points".
 */
public enum TracePoint {
    /** A rule raised it. */
    EVENT_DETECTED("detect", null),
    /** It has its place in the priority queue. */
    EVENT_QUEUED("prioritize", "queue_position"),
    /** A worker converted it; from here on it is bytes. */
    EVENT_REQUEUED_FOR_DISPLAY("work", null),
    /** The collector took it. */
    DISPLAY_QUEUE_COLLECTED("collect", "batch_size"),
    /** It enters the log under its offset. */
    EVENTS_BUFFERED("collect", "buffer_size"),
    /** A cycle took the log up to some offset, and with it this event. */
    BUFFER_PULLED("emit", "events"),
    /** That cycle begins to serve connections. */
    EMISSION_CYCLE_START("emit", "connections"),
    /** It stands in a frame that somebody is to get. */
    EVENT_READY_FOR_EMISSION("emit", null),
    /** The first such frame was handed to a socket. */
    EVENT_EMITTED("emit", "connections"),
    /** Everyone was served. */
    EMISSION_CYCLE_COMPLETE("emit", "frames");

    private final String stage;
    private final String countName;

    TracePoint(String stage, String countName) {
        this.stage = stage;
        this.countName = countName;
    }

    /** The name in the seeds and in JSON. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The stage it is noted in. */
    public String stage() {
        return stage;
    }

    /** What {@link TraceStep#count} counts here, or null where there is nothing to count. */
    public String countName() {
        return countName;
    }

    /** Whether it belongs to an emission cycle. */
    public boolean isOfCycle() {
        return compareTo(BUFFER_PULLED) >= 0;
    }
}
