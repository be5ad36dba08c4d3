package org.tickstock.engine.event;

/**
 * One closed ten-second window of a symbol's buying and selling volume.
 *
 * <p>Units: micro-shares; nanoseconds UTC.
 *
 * @param symbolId dense number of the symbol
 * @param windowStartNs first nanosecond of the window
 * @param tsEventNs end of the window
 * @param buySizeMicros volume on rising prices
 * @param sellSizeMicros volume on falling prices
 * @param trades prints that count, whether or not their price moved
 */
public record PressureChange(int symbolId, long windowStartNs, long tsEventNs, long buySizeMicros, long sellSizeMicros,
        int trades)
        implements InternalEvent {

    @Override
    public EventType type() {
        return EventType.PRESSURE;
    }

    /** (buy - sell) / (buy + sell) * 100, raw: -100 to 100; 0 when nothing traded. */
    public double netScore() {
        long total = buySizeMicros + sellSizeMicros;
        return total == 0 ? 0 : (double) (buySizeMicros - sellSizeMicros) / total * 100;
    }
}
