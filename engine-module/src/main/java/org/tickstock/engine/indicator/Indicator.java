package org.tickstock.engine.indicator;

/**
 * A figure over the bars of one symbol.
 *
 * <p>Thread: one, the only writer and reader.
 */
public interface Indicator {

    /** Takes the next bar; the one before is settled by that. */
    void add(PriceBar bar);

    /** Puts another bar in the place of the newest, which is still forming or was corrected. */
    void revise(PriceBar bar);

    /** How many bars it takes until there are values. */
    int barsNeeded();

    /** Whether there are. */
    boolean isReady();

    /** Its main figure, NaN before it is ready. */
    double value();
}
