package org.tickstock.engine.state;

/**
 * When a view is made, and how far the session of that day has gone.
 *
 * <p>Units: nanoseconds since the epoch, UTC; epoch day; a ratio from 0 to 1.
 * <p>Errors: fractions outside 0 to 1 are refused.
 *
 * @param asOfNs the instant that the view tells
 * @param formingDay the day whose bars may still change, {@link #NO_DAY} while there is none
 * @param elapsedFraction how much of that day's regular session has gone by. Let it go in whole minutes: each new value
 *     makes every forming symbol be computed anew, since its relative volume is another
 * @param usualVolumeFraction how much of a day's volume is usual by then; NaN where that is not known
 */
public record StateMoment(long asOfNs, int formingDay, double elapsedFraction, double usualVolumeFraction) {

    /** No bar may change. */
    public static final int NO_DAY = TradeDays.NONE;

    /** Checks the fractions. */
    public StateMoment {
        if (!(elapsedFraction >= 0 && elapsedFraction <= 1)) {
            throw new IllegalArgumentException("elapsed fraction must be 0 to 1, was " + elapsedFraction);
        }
        if (usualVolumeFraction < 0 || usualVolumeFraction > 1) {
            throw new IllegalArgumentException("usual volume fraction must be 0 to 1 or NaN, was "
                    + usualVolumeFraction);
        }
    }

    /** Without knowing how much volume is usual by then. */
    public StateMoment(long asOfNs, int formingDay, double elapsedFraction) {
        this(asOfNs, formingDay, elapsedFraction, Double.NaN);
    }

    /** When all bars are complete. */
    public static StateMoment closed(long asOfNs) {
        return new StateMoment(asOfNs, NO_DAY, 1);
    }

    boolean isForming(int day) {
        return day == formingDay && day != NO_DAY && elapsedFraction < 1;
    }

    /** Whether figures of a forming bar are the same at both moments. */
    boolean isSameProgress(StateMoment other) {
        return formingDay == other.formingDay && elapsedFraction == other.elapsedFraction
                && Double.compare(usualVolumeFraction, other.usualVolumeFraction) == 0;
    }
}
