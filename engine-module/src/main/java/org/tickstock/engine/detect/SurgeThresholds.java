package org.tickstock.engine.detect;

/**
 * What makes a surge, and how often one may be told.
 *
 * @param intervalS length of the interval
 * @param busyIntervalS its length in the opening and closing minutes
 * @param openingMinutes first minutes of the regular session
 * @param closingMinutes last minutes of it
 * @param volume volume multiplier that counts
 * @param sigmas price move that counts, in sigmas of the interval
 * @param extendedMultiplier on volume thresholds before and after hours
 * @param cooldownS least time between surges of one direction
 * @param openingCooldownS the same in the opening minutes
 * @param extendedCooldownS the same before and after hours
 * @param otherWayS least time before a surge of the other direction
 * @param mostPerHalfHour surges in any 30 minutes
 */
public record SurgeThresholds(int intervalS, int busyIntervalS, int openingMinutes, int closingMinutes, double volume,
        double sigmas, double extendedMultiplier, int cooldownS, int openingCooldownS, int extendedCooldownS,
        int otherWayS, int mostPerHalfHour) {

    /** Checks the ranges. */
    public SurgeThresholds {
        // 21 intervals must fit into the 600 seconds that are kept
        require(intervalS >= 1 && intervalS <= 28, "interval-s must be 1 to 28, was " + intervalS);
        require(busyIntervalS >= 1 && busyIntervalS <= 28, "busy-interval-s must be 1 to 28, was " + busyIntervalS);
        require(openingMinutes >= 0 && closingMinutes >= 0, "opening- and closing-minutes must be >= 0, was "
                + openingMinutes + " and " + closingMinutes);
        require(volume > 1, "multiplier must be > 1, was " + volume);
        require(sigmas > 0, "sigmas must be > 0, was " + sigmas);
        require(extendedMultiplier > 0, "extended-multiplier must be > 0, was " + extendedMultiplier);
        require(cooldownS >= 0 && openingCooldownS >= 0 && extendedCooldownS >= 0 && otherWayS >= 0,
                "cooldowns must be >= 0 s, was " + cooldownS + ", " + openingCooldownS + ", " + extendedCooldownS + ", "
                + otherWayS);
        require(mostPerHalfHour >= 1, "most-per-half-hour must be > 0, was " + mostPerHalfHour);
    }

    /** The figures of the rules; 3.0 is the seeds' SURGE_MULTIPLIER. */
    public static SurgeThresholds defaults() {
        return new SurgeThresholds(10, 5, 15, 30, 3.0, 3.0, 1.5, 60, 45, 120, 15, 5);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("tickstock.detect.surge." + rule);
        }
    }
}
