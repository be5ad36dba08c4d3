package org.tickstock.engine.event;

/**
 * How urgent an event was, and when it passed each stage: beside the event, never in its canonical form.
 *
 * <p>Units: nanoseconds UTC of the wall clock; 0 where it is not known.
 *
 * @param priority its class in the priority queue, or null where that is not known
 * @param queuedNs when its lane queued it
 * @param takenNs when a worker took it
 * @param convertedNs when it was encoded
 * @param collectedNs when it entered the log
 */
public record EventTimes(Priority priority, long queuedNs, long takenNs, long convertedNs, long collectedNs) {

    /** Nothing is known, as of an event that is read back from history. */
    public static final EventTimes UNKNOWN = new EventTimes(null, 0, 0, 0, 0);

    /** The same, in the log since {@code ns}. */
    public EventTimes collectedAt(long ns) {
        return new EventTimes(priority, queuedNs, takenNs, convertedNs, ns);
    }
}
