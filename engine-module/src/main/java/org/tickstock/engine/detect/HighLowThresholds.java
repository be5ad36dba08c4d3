package org.tickstock.engine.detect;

import java.util.List;

/**
 * How far past the last reported extreme a price must be.
 *
 * @param bands by price, ascending; the last has no upper end
 * @param extendedMultiplier on both measures before and after hours
 * @param openingMultiplier on both in the first minutes of the regular session
 * @param openingMinutes how many minutes that are
 * @param cooldownMs least time between two events of one side
 * @param reversalWindowS longest time between two sides of a reversal
 */
public record HighLowThresholds(List<Band> bands, double extendedMultiplier, double openingMultiplier,
        int openingMinutes, int cooldownMs, int reversalWindowS) {

    /**
     * One price band.
     *
     * @param belowMicros prices below this belong to it
     * @param dollarsMicros enough in dollars
     * @param percent enough in percent
     */
    public record Band(long belowMicros, long dollarsMicros, double percent) {
    }

    /** Checks the ranges. */
    public HighLowThresholds {
        bands = List.copyOf(bands);
        if (bands.isEmpty() || bands.get(bands.size() - 1).belowMicros() != Long.MAX_VALUE) {
            throw new IllegalArgumentException("tickstock.detect.highlow.bands must cover every price, was " + bands);
        }
        for (int i = 0; i < bands.size(); i++) {
            Band band = bands.get(i);
            require(i == 0 || band.belowMicros() > bands.get(i - 1).belowMicros(), "bands must ascend, was " + band);
            require(band.dollarsMicros() > 0 && band.percent() > 0, "bands must need > 0, was " + band);
        }
        require(extendedMultiplier > 0, "extended-multiplier must be > 0, was " + extendedMultiplier);
        require(openingMultiplier > 0, "opening-multiplier must be > 0, was " + openingMultiplier);
        require(openingMinutes >= 0, "opening-minutes must be >= 0, was " + openingMinutes);
        require(cooldownMs >= 0, "cooldown-ms must be >= 0, was " + cooldownMs);
        require(reversalWindowS >= 0, "reversal-window-s must be >= 0, was " + reversalWindowS);
    }

    /** The five bands of the rules, twofold in extended hours, one and a half in the first 15 minutes, 1 s cooldown. */
    public static HighLowThresholds defaults() {
        return new HighLowThresholds(List.of(
                new Band(1_000_000, 5_000, 0.20),
                new Band(5_000_000, 10_000, 0.15),
                new Band(25_000_000, 20_000, 0.10),
                new Band(100_000_000, 50_000, 0.08),
                new Band(Long.MAX_VALUE, 100_000, 0.05)), 2.0, 1.5, 15, 1_000, 300);
    }

    /** One percentage for every price, dollars unused: the seeds' 0.1 % is {@code flat(0.1)}. */
    public static HighLowThresholds flat(double percent) {
        HighLowThresholds usual = defaults();
        return new HighLowThresholds(List.of(new Band(Long.MAX_VALUE, Long.MAX_VALUE, percent)),
                usual.extendedMultiplier, usual.openingMultiplier, usual.openingMinutes, usual.cooldownMs,
                usual.reversalWindowS);
    }

    /** The band of a price. */
    Band bandOf(long priceMicros) {
        int last = bands.size() - 1;
        int at = 0;
        // by index: this runs at every trade near an extreme, an iterator each would be garbage
        while (at < last && priceMicros >= bands.get(at).belowMicros()) {
            at++;
        }
        return bands.get(at);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("tickstock.detect.highlow." + rule);
        }
    }
}
