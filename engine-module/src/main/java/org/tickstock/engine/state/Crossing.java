package org.tickstock.engine.state;

/**
 * Remembers how long ago one figure last came up through another.
 *
 * <p>Stands on settled bars, and answers for the newest on top of them. It crosses where it is above now and was not,
 * both known, one bar before.
 * <p>Thread: its owner's.
 */
final class Crossing {

    private static final int NEVER = Integer.MAX_VALUE;

    private boolean wasKnown;
    private boolean wasAbove;
    private int barsSince = NEVER;

    /** Takes a bar for good. A crossing counts only where {@code counts}, but is one for the bars after. */
    void settle(double figure, double other, boolean counts) {
        boolean isAbove = Prices.isAbove(figure, other);
        if (isAbove && !wasAbove && wasKnown && counts) {
            barsSince = 0;
        } else if (barsSince != NEVER) {
            barsSince++;
        }
        wasKnown = !Double.isNaN(figure) && !Double.isNaN(other);
        wasAbove = isAbove;
    }

    /** Whether it crossed at this newest bar or at one of those before, {@code bars} in all. */
    boolean isWithin(int bars, double figure, double other, boolean counts) {
        return barsSince < bars - 1 || counts && crosses(figure, other);
    }

    private boolean crosses(double figure, double other) {
        return wasKnown && !wasAbove && Prices.isAbove(figure, other);
    }
}
