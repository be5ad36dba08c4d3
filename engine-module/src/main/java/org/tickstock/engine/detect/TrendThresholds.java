package org.tickstock.engine.detect;

/**
 * When a score makes a trend, and when it ends one.
 *
 * @param weakEnter weak from this score
 * @param weakLeave over below this one
 * @param moderateEnter moderate from
 * @param moderateLeave weak again below
 * @param strongEnter strong from
 * @param strongLeave moderate again below
 * @param retracement over when the score falls to this share of its peak
 * @param repeatS a lasting trend is told again after so many seconds
 * @param repeatScore if its score moved by as much
 */
public record TrendThresholds(double weakEnter, double weakLeave, double moderateEnter, double moderateLeave,
        double strongEnter, double strongLeave, double retracement, int repeatS, double repeatScore) {

    /** Checks the order. */
    public TrendThresholds {
        boolean ascending = 0 < weakLeave && weakLeave < weakEnter && weakEnter < moderateEnter
                && moderateEnter < strongEnter && strongEnter <= 1;
        require(ascending, "weak-leave, weak-enter, moderate-enter and strong-enter must rise from above 0 to 1, was "
                + weakLeave + ", " + weakEnter + ", " + moderateEnter + ", " + strongEnter);
        require(moderateLeave <= moderateEnter && moderateLeave > weakLeave,
                "moderate-leave must be above weak-leave and at most moderate-enter, was " + moderateLeave);
        require(strongLeave <= strongEnter && strongLeave > moderateLeave,
                "strong-leave must be above moderate-leave and at most strong-enter, was " + strongLeave);
        require(retracement > 0 && retracement < 1, "retracement must be between 0 and 1, was " + retracement);
        require(repeatS > 0, "repeat-s must be > 0, was " + repeatS);
        require(repeatScore >= 0, "repeat-score must be >= 0, was " + repeatScore);
    }

    /** The figures of the rules. */
    public static TrendThresholds defaults() {
        return new TrendThresholds(0.30, 0.20, 0.45, 0.35, 0.60, 0.50, 0.6, 60, 0.10);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("tickstock.detect.trend." + rule);
        }
    }
}
