package org.tickstock.engine.emit;

import org.tickstock.engine.event.EventType;

/**
 * How many events of each type a frame carries.
 *
 * <p>Thread: immutable; everyone who gets the frame shares it.
 */
public final class EventCounts {

    /** A frame that carries none. */
    public static final EventCounts NONE = new EventCounts(new int[EventType.values().length]);

    private final int[] byType;
    private final int total;

    /** By ordinal of the type; not to be changed any more. */
    EventCounts(int[] byType) {
        this.byType = byType;
        int sum = 0;
        for (int count : byType) {
            sum += count;
        }
        total = sum;
    }

    /** So many of one type. */
    public static EventCounts of(EventType type, int count) {
        int[] byType = new int[EventType.values().length];
        byType[type.ordinal()] = count;
        return new EventCounts(byType);
    }

    /** Events of this type. */
    public int of(EventType type) {
        return byType[type.ordinal()];
    }

    /** Events of all types. */
    public int total() {
        return total;
    }
}
