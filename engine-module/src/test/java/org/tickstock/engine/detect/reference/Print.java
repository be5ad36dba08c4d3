package org.tickstock.engine.detect.reference;

import org.tickstock.engine.market.SessionSpan;
import org.tickstock.engine.market.Tick;

/** What the reference keeps of one eligible tick: everything, for ever. */
record Print(SessionSpan span, long tsNs, long initNs, long price, long high, long low, long size, long volume) {

    private static final long NS_PER_S = 1_000_000_000L;

    static Print of(Tick tick, SessionSpan span, boolean addsVolume) {
        return new Print(span, tick.tsEventNs, tick.tsInitNs, tick.priceMicros, tick.highMicros, tick.lowMicros,
                tick.sizeMicros, addsVolume ? tick.sizeMicros : 0);
    }

    long second() {
        return Math.floorDiv(tsNs, NS_PER_S);
    }

    /** Seconds from another print to this one, exactly. */
    boolean isWithin(long seconds, long sinceNs) {
        return tsNs - sinceNs < seconds * NS_PER_S;
    }
}
