package org.tickstock.bench;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.StringJoiner;
import org.tickstock.engine.event.EventSink;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.event.MarketEvent;

/**
 * Counts events by type: what every detection on the same tape must agree on.
 *
 * <p>Thread: belongs to one.
 */
public final class EventTally implements EventSink {

    private static final Set<EventType> RAISED =
            EnumSet.of(EventType.HIGH, EventType.LOW, EventType.TREND, EventType.SURGE, EventType.PRESSURE);

    private final long[] counts = new long[EventType.values().length];

    @Override
    public boolean offer(MarketEvent event) {
        add(event.type());
        return true;
    }

    /** Counts one event. */
    public void add(EventType type) {
        counts[type.ordinal()]++;
    }

    /** Adds what another one counted. */
    public EventTally plus(EventTally other) {
        for (int type = 0; type < counts.length; type++) {
            counts[type] += other.counts[type];
        }
        return this;
    }

    /** Whether every type was seen that the four rules raise. */
    public boolean isRich() {
        return RAISED.stream().allMatch(type -> counts[type.ordinal()] > 0);
    }

    /** Stops the measurement when another detection found something else. */
    public void requireSame(EventTally other) {
        if (!Arrays.equals(counts, other.counts)) {
            throw new IllegalStateException("event counts must agree, was " + this + " against " + other);
        }
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(" ");
        for (EventType type : EventType.values()) {
            text.add(type.wireName() + "=" + counts[type.ordinal()]);
        }
        return text.toString();
    }
}
