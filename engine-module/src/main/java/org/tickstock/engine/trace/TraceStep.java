package org.tickstock.engine.trace;

/**
 * One line of a trace: an event at a point, or lost behind the last one.
 *
 * <p>Units: nanoseconds UTC of the server's clock.
 *
 * @param number running number over the whole trace, from 1
 * @param point the point; null for a loss
 * @param loss how the event was lost; null at a point
 * @param tsNs when
 * @param symbolId dense number of the symbol
 * @param eventId identity of the event
 * @param offset its offset; 0 before it has one
 * @param cycle running number of the emission cycle; 0 outside of one
 * @param count what {@link TracePoint#countName} says; -1 where there is nothing to count
 * @param note the priority, or which connections; null where there is nothing to say
 */
public record TraceStep(long number, TracePoint point, TraceEnd loss, long tsNs, int symbolId, String eventId,
        long offset, long cycle, long count, String note) {

    /** Nothing to count. */
    public static final long NO_COUNT = -1;

    static TraceStep at(TracePoint point, long tsNs, int symbolId, String eventId) {
        return new TraceStep(0, point, null, tsNs, symbolId, eventId, 0, 0, NO_COUNT, null);
    }

    static TraceStep lost(TraceEnd loss, long tsNs, int symbolId, String eventId) {
        return new TraceStep(0, null, loss, tsNs, symbolId, eventId, 0, 0, NO_COUNT, null);
    }

    TraceStep numbered(long running) {
        return new TraceStep(running, point, loss, tsNs, symbolId, eventId, offset, cycle, count, note);
    }

    TraceStep counting(long counted) {
        return new TraceStep(number, point, loss, tsNs, symbolId, eventId, offset, cycle, counted, note);
    }

    TraceStep saying(String text) {
        return new TraceStep(number, point, loss, tsNs, symbolId, eventId, offset, cycle, count, text);
    }

    TraceStep in(long log, long running) {
        return new TraceStep(number, point, loss, tsNs, symbolId, eventId, log, running, count, note);
    }
}
