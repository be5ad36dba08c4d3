package org.tickstock.app.history;

import java.net.URI;
import java.nio.file.Path;

/**
 * Where history comes from.
 *
 * <p>{@link #toString} never shows the key.
 * <p>Errors: a value out of range is refused at construction, with its configuration key.
 *
 * @param folder the only folder that files are imported from, with those below it
 * @param isAtStart whether everything in it is imported when the server starts
 * @param vendorUrl address of the vendor's REST interface
 * @param vendorKey the vendor's API key, empty where there is none
 * @param vendorPauseMs pause between two requests
 * @param volumeTolerancePct percent by which an imported day's volume may differ from our own's before it is told
 */
public record ImportSettings(
        Path folder, boolean isAtStart, URI vendorUrl, String vendorKey, long vendorPauseMs,
        double volumeTolerancePct) {

    private static final long LONGEST_PAUSE_MS = 600_000;

    /** Checks the ranges. */
    public ImportSettings {
        boolean isHttp = "https".equals(vendorUrl.getScheme()) || "http".equals(vendorUrl.getScheme());
        if (!isHttp || vendorUrl.getHost() == null || vendorUrl.getUserInfo() != null) {
            throw new IllegalArgumentException(
                "tickstock.import.vendor-url must be an https or http address, was " + vendorUrl);
        }
        if (vendorPauseMs < 0 || vendorPauseMs > LONGEST_PAUSE_MS) {
            throw new IllegalArgumentException("tickstock.import.vendor-pause-ms must be 0 to " + LONGEST_PAUSE_MS
                + ", was " + vendorPauseMs);
        }
        if (volumeTolerancePct < 0 || volumeTolerancePct > 100) {
            throw new IllegalArgumentException(
                "tickstock.import.volume-tolerance-pct must be 0 to 100, was " + volumeTolerancePct);
        }
    }

    @Override
    public String toString() {
        return "ImportSettings[folder=" + folder + ", isAtStart=" + isAtStart + ", vendorUrl=" + vendorUrl
            + ", vendorPauseMs=" + vendorPauseMs + ", volumeTolerancePct=" + volumeTolerancePct + "]";
    }
}
