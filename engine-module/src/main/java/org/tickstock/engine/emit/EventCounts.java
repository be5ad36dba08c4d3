package org.tickstock.engine.emit;

import org.tickstock.engine.collect.EventBatch;
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

    private EventCounts(int[] byType) {
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

    /** Those at the first {@code count} of these positions. */
    static EventCounts of(EventBatch batch, int[] positions, int count) {
        int[] byType = new int[EventType.values().length];
        for (int i = 0; i < count; i++) {
            byType[batch.messages().get(positions[i]).type().ordinal()]++;
        }
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
