package org.tickstock.engine.detect;

import org.tickstock.engine.market.Tick;

/**
 * What keeps a print of one symbol from being live: a halt, a price band, and the print that waits to be confirmed.
 *
 * <p>Thread: belongs to the symbol's lane.
 * <p>Units: micro-dollars, nanoseconds UTC.
 */
final class TradingLimits {

    private boolean isHalted;
    private long bandFromMicros;
    private long bandToMicros;

    /** The last print that was too far away to be believed alone; empty while its price is 0. */
    final Tick quarantined = new Tick();
    long quarantinedVolumeMicros;

    boolean isHalted() {
        return isHalted;
    }

    void halted(boolean halted) {
        isHalted = halted;
    }

    void band(long lowMicros, long highMicros) {
        bandFromMicros = lowMicros;
        bandToMicros = highMicros;
    }

    long bandFromMicros() {
        return bandFromMicros;
    }

    long bandToMicros() {
        return bandToMicros;
    }

    boolean hasBand() {
        return bandToMicros > 0;
    }

    boolean isInBand(Tick print) {
        return print.lowMicros >= bandFromMicros && print.highMicros <= bandToMicros;
    }

    void quarantine(Tick print, long volumeMicros) {
        quarantined.copyFrom(print);
        quarantinedVolumeMicros = volumeMicros;
    }

    void releaseQuarantined() {
        quarantined.priceMicros = 0;
    }

    /** A new session: a halt outlasts it, the rest does not. */
    void clear() {
        band(0, 0);
        releaseQuarantined();
    }
}
