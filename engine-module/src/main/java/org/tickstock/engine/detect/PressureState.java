package org.tickstock.engine.detect;

/**
 * What the pressure rule remembers of one symbol.
 *
 * <p>Thread: belongs to the symbol's lane.
 */
final class PressureState {

    static final long NONE = Long.MIN_VALUE;

    long window = NONE;
    long lastPriceMicros;
    int lastSign;
    long buyMicros;
    long sellMicros;

    /** A new session: the next price has none before it. An open window stays until a trade closes it. */
    void forgetPrice() {
        lastPriceMicros = 0;
        lastSign = 0;
    }
}
