package org.tickstock.app.endofday;

import java.util.List;

/**
 * When a day is looked at, and what makes it complete.
 *
 * <p>Errors: a value out of range is refused at construction, with its configuration key.
 *
 * @param delayMinutes from the close of the regular session
 * @param completePct share of the tracked symbols that must have a bar
 * @param universes whose members are tracked; empty for the symbols that had a bar lately
 */
public record EndOfDaySettings(int delayMinutes, double completePct, List<String> universes) {

    private static final int LONGEST_DELAY = 720;

    /** Checks the ranges. */
    public EndOfDaySettings {
        if (delayMinutes < 0 || delayMinutes > LONGEST_DELAY) {
            throw new IllegalArgumentException(
                "tickstock.end-of-day.delay-minutes must be 0 to " + LONGEST_DELAY + ", was " + delayMinutes);
        }
        if (completePct <= 0 || completePct > 100) {
            throw new IllegalArgumentException(
                "tickstock.end-of-day.complete-pct must be above 0 to 100, was " + completePct);
        }
        universes = List.copyOf(universes);
    }
}
