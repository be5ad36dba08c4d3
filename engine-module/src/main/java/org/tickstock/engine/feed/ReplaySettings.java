package org.tickstock.engine.feed;

import java.nio.file.Path;
import java.util.List;

/**
 * What the replay is told: which tapes, and how fast.
 *
 * <p>Errors: no file or a speed that is not positive is refused with the configuration key.
 *
 * @param files tapes in the order to play them, each in time order: CSV, or CSV in gzip
 * @param speed 1 as it happened, 10 ten times as fast; {@link #MAX_SPEED} as fast as the lanes take it
 */
public record ReplaySettings(List<Path> files, double speed) {

    /** As fast as the lanes take it. */
    public static final double MAX_SPEED = Double.POSITIVE_INFINITY;

    /** Checks and copies. */
    public ReplaySettings {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("tickstock.feed.replay.files must name at least one tape, was empty");
        }
        if (!(speed > 0)) {
            throw new IllegalArgumentException("tickstock.feed.replay.speed must be > 0 or max, was " + speed);
        }
    }

    /** Reads a speed as configuration writes it: a positive number, or {@code max}. */
    public static double speedOf(String text) {
        try {
            return "max".equals(text) ? MAX_SPEED : Double.parseDouble(text);
        } catch (NumberFormatException unreadable) {
            throw new IllegalArgumentException(
                    "tickstock.feed.replay.speed must be > 0 or max, was '" + text + "'", unreadable);
        }
    }
}
