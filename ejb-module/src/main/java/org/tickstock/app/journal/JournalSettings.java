package org.tickstock.app.journal;

import java.nio.file.Path;

/**
 * How the journal is written.
 *
 * @param intervalMs pause between two rounds of the writer: what a killed server may lose at most
 * @param groupSize events in one transaction at most
 * @param retentionDays full days that events are kept
 * @param spillMaxBytes what the file may hold while the database is away
 * @param spillFile where that file is
 */
public record JournalSettings(int intervalMs, int groupSize, int retentionDays, long spillMaxBytes, Path spillFile) {

    private static final int LONGEST_INTERVAL_MS = 10_000;
    private static final int LARGEST_GROUP = 100_000;
    private static final int MOST_DAYS = 3_650;
    private static final long SMALLEST_SPILL = 65_536;

    /** Checks the ranges. */
    public JournalSettings {
        within("interval-ms", intervalMs, 10, LONGEST_INTERVAL_MS);
        within("group-size", groupSize, 1, LARGEST_GROUP);
        within("retention-days", retentionDays, 1, MOST_DAYS);
        if (spillMaxBytes < SMALLEST_SPILL) {
            throw new IllegalArgumentException(
                "tickstock.journal.spill-max-bytes must be >= " + SMALLEST_SPILL + ", was " + spillMaxBytes);
        }
    }

    /** Every 200 ms, 5,000 a transaction, kept for a week, 256 MiB of spill. */
    public static JournalSettings defaults(Path spillFile) {
        return new JournalSettings(200, 5_000, 7, 268_435_456L, spillFile);
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                "tickstock.journal." + name + " must be " + least + " to " + most + ", was " + value);
        }
    }
}
