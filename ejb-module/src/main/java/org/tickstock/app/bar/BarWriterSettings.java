package org.tickstock.app.bar;

/**
 * How minute bars are built, handed over, written and kept.
 *
 * @param intervalMs pause between two rounds of the writer
 * @param handOffSize bars that one lane may have handed over and the writer not taken yet
 * @param pendingMax bars that may wait in memory while the database is away
 * @param retentionDays days that minute bars are kept, counted back from the newest
 * @param rollUpRetentionDays the same for five minutes and hours; days are kept for ever
 * @param recomputeMinutes for how long the single trades of a closed minute are kept, to compute its bar anew
 * @param lastTrades trades of each symbol that are remembered
 */
public record BarWriterSettings(
        int intervalMs, int handOffSize, int pendingMax, int retentionDays, int rollUpRetentionDays,
        int recomputeMinutes, int lastTrades) {

    private static final int MOST_DAYS = 36_500;

    /** Checks the ranges. */
    public BarWriterSettings {
        within("interval-ms", intervalMs, 10, 60_000);
        within("hand-off", handOffSize, 1_024, 1_048_576);
        within("pending-max", pendingMax, 1_024, 10_000_000);
        within("retention-days", retentionDays, 1, MOST_DAYS);
        within("roll-up-retention-days", rollUpRetentionDays, 1, MOST_DAYS);
        within("recompute-minutes", recomputeMinutes, 0, 960);
        within("last-trades", lastTrades, 0, 10_000);
    }

    /** Each second, 90 days of minutes, two years of roll-ups, a quarter of an hour of trades, the last 200. */
    public static BarWriterSettings defaults() {
        return new BarWriterSettings(1_000, 65_536, 400_000, 90, 730, 15, 200);
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                "tickstock.bar." + name + " must be " + least + " to " + most + ", was " + value);
        }
    }
}
