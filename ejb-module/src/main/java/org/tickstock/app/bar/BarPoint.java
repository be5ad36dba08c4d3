package org.tickstock.app.bar;

/**
 * A bar as it is shown.
 *
 * <p>Units: micro-dollars, micro-shares; the start in epoch milliseconds, of a day its midnight in UTC.
 *
 * @param startMs when it begins
 * @param session in which it begins
 * @param openMicros first price
 * @param highMicros highest price
 * @param lowMicros lowest price
 * @param closeMicros last price
 * @param volumeMicros shares
 * @param trades how many, -1 where that is not known
 * @param adjCloseMicros close adjusted for splits and dividends, 0 where that is not known
 * @param state forming, provisional, revised, final or imported
 * @param isExact whether nothing is known to be missing in it
 * @param isInvented whether nobody traded it
 */
public record BarPoint(
        long startMs, String session, long openMicros, long highMicros, long lowMicros, long closeMicros,
        long volumeMicros, int trades, long adjCloseMicros, String state, boolean isExact, boolean isInvented) {

    /** Trades are not counted in imported bars. */
    public static final int NOT_COUNTED = -1;
}
