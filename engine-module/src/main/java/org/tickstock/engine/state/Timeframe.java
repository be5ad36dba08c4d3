package org.tickstock.engine.state;

import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Optional;

/** What one bar is, and what counts as a significant move in it. */
public enum Timeframe {

    /** A minute. */
    MINUTE("1min", 0.002),
    /** An hour. */
    HOURLY("hourly", 0.01),
    /** A trade day. */
    DAILY("daily", 0.02),
    /** Monday to Sunday. */
    WEEKLY("weekly", 0.05),
    /** A month of the calendar. */
    MONTHLY("monthly", 0.10);

    private final String wireName;
    private final double threshold;

    Timeframe(String wireName, double threshold) {
        this.wireName = wireName;
        this.threshold = threshold;
    }

    /** The one with this name on the wire. */
    public static Optional<Timeframe> named(String wireName) {
        for (Timeframe timeframe : values()) {
            if (timeframe.wireName.equals(wireName)) {
                return Optional.of(timeframe);
            }
        }
        return Optional.empty();
    }

    /** As it is written on the wire. */
    public String wireName() {
        return wireName;
    }

    /** What is a significant move in it, a ratio. */
    public double defaultThreshold() {
        return threshold;
    }

    /** Whether its bars are made of whole days. */
    public boolean isOfDays() {
        return compareTo(DAILY) >= 0;
    }

    /** A number that days of one bar share. */
    long barOf(int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return switch (this) {
            case DAILY -> day;
            case WEEKLY -> date.get(IsoFields.WEEK_BASED_YEAR) * 100L + date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case MONTHLY -> date.getLong(ChronoField.PROLEPTIC_MONTH);
            default -> throw new IllegalArgumentException(
                    "timeframe must be daily, weekly or monthly where there are only daily bars, was " + wireName);
        };
    }
}
