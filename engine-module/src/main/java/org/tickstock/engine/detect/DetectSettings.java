package org.tickstock.engine.detect;

/**
 * How detection is laid out; thresholds are the detectors' own.
 *
 * @param lanes how many threads share the symbols
 * @param inboxSize ticks that may wait for one lane; a power of two
 * @param waitWhenFull true for a tape: the feed waits for room; false for a live feed: refused after a millisecond
 * @param conditions profile of the trade-condition table: {@code sip} or {@code lean}
 * @param maxReportDelayMs a trade that the tape tells of later than this after it was made is not live
 * @param whyMemoryMb memory in which all lanes together record the trade date, to answer why not; 0 for none
 */
public record DetectSettings(
        int lanes, int inboxSize, boolean waitWhenFull, String conditions, long maxReportDelayMs,
        int whyMemoryMb) {

    private static final long DEFAULT_DELAY_MS = 10_000;
    private static final long MAX_DELAY_MS = 3_600_000;
    private static final int MAX_WHY_MB = 65_536;

    /** Checks the ranges. */
    public DetectSettings {
        if (lanes < 1 || lanes > 16) {
            throw new IllegalArgumentException("tickstock.detect.lanes must be 1 to 16, was " + lanes);
        }
        if (inboxSize < 2 || Integer.bitCount(inboxSize) != 1) {
            throw new IllegalArgumentException(
                    "tickstock.detect.inbox-size must be a power of two >= 2, was " + inboxSize);
        }
        if (maxReportDelayMs < 0 || maxReportDelayMs > MAX_DELAY_MS) {
            throw new IllegalArgumentException("tickstock.detect.max-report-delay-ms must be 0 to " + MAX_DELAY_MS
                    + ", was " + maxReportDelayMs);
        }
        if (whyMemoryMb < 0 || whyMemoryMb > MAX_WHY_MB) {
            throw new IllegalArgumentException(
                    "tickstock.why.memory-mb must be 0 to " + MAX_WHY_MB + ", was " + whyMemoryMb);
        }
    }

    /** The same without a record of the trade date. */
    public DetectSettings(
            int lanes, int inboxSize, boolean waitWhenFull, String conditions, long maxReportDelayMs) {
        this(lanes, inboxSize, waitWhenFull, conditions, maxReportDelayMs, 0);
    }

    /** The same with so much memory for a record of the trade date. */
    public DetectSettings withWhyMemoryMb(int megabytes) {
        return new DetectSettings(lanes, inboxSize, waitWhenFull, conditions, maxReportDelayMs, megabytes);
    }

    /** Two lanes of 16,384 ticks, live, consolidated-tape conditions. */
    public static DetectSettings defaults() {
        return new DetectSettings(2, 16_384, false, "sip", DEFAULT_DELAY_MS);
    }

    /** The same with so many lanes. */
    public DetectSettings withLanes(int count) {
        return new DetectSettings(count, inboxSize, waitWhenFull, conditions, maxReportDelayMs, whyMemoryMb);
    }

    /** The same with the conditions of this profile. */
    public DetectSettings withConditions(String profile) {
        return new DetectSettings(lanes, inboxSize, waitWhenFull, profile, maxReportDelayMs, whyMemoryMb);
    }

    /** The same, waiting or refusing. */
    public DetectSettings withWaitWhenFull(boolean wait) {
        return new DetectSettings(lanes, inboxSize, wait, conditions, maxReportDelayMs, whyMemoryMb);
    }
}
