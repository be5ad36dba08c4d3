package org.tickstock.engine.detect;

import java.util.Arrays;

/**
 * Standard size of a ten-second return, over the last 180 of them.
 *
 * <p>Squared returns are kept as whole numbers, so that their sum stays exact while one comes and one goes: adding 180
 * of them up each time would fetch 1.4 KB from memory for most symbols, more than all else that a tick asks for.
 * <p>Thread: belongs to the symbol's lane.
 * <p>Units: returns as fractions; squares in 2^-52; seconds of the epoch.
 * <p>Source: detection rules, section 0, "Volatility".
 */
final class Volatility {

    private static final int BUCKET_S = 10;
    private static final int MAX_NEIGHBOUR_S = 60;
    private static final int RETURNS = 180;
    static final int KNOWN_FROM = 30;
    private static final double LEAST = 0.00005;
    private static final double UNITS = 0x1p52;
    // 180 of these fit a long: a return of more than 331 % counts as that
    private static final double GREATEST = 11;
    private static final long NONE = Long.MIN_VALUE;

    private long[] squares = new long[KNOWN_FROM];
    private long sum;
    private int count;
    private int next;
    private long openBucket = NONE;
    private long openPriceMicros;
    private long closedBucket = NONE;
    private long closedPriceMicros;
    private double sigma10 = Double.NaN;
    // most symbols close their ten seconds more often than anyone asks
    private boolean isStale;

    /** Adds a trade's price, which must not be of an earlier second than the last. */
    void add(long second, long priceMicros) {
        long bucket = Math.floorDiv(second, BUCKET_S);
        if (bucket != openBucket) {
            close();
            openBucket = bucket;
        }
        openPriceMicros = priceMicros;
    }

    /** Sigma of ten seconds, at least 0.00005; {@code NaN} while it is not known. */
    double sigma10() {
        if (isStale) {
            isStale = false;
            sigma10 = Math.max(LEAST, Math.sqrt(sum / UNITS / count));
        }
        return sigma10;
    }

    /** Sigma of {@code seconds}. */
    double sigma(int seconds) {
        return sigma10() * rootOfTens(seconds);
    }

    /** What a sigma of ten seconds is multiplied by for one of so many. */
    static double rootOfTens(int seconds) {
        return Math.sqrt((double) seconds / BUCKET_S);
    }

    /** Ten-second returns it has. */
    int returns() {
        return count;
    }

    boolean isKnown() {
        return count >= KNOWN_FROM;
    }

    void clear() {
        count = 0;
        next = 0;
        sum = 0;
        openBucket = NONE;
        closedBucket = NONE;
        sigma10 = Double.NaN;
        isStale = false;
    }

    private void close() {
        if (openBucket == NONE) {
            return;
        }
        if (closedBucket != NONE && (openBucket - closedBucket) * BUCKET_S <= MAX_NEIGHBOUR_S) {
            double change = (double) (openPriceMicros - closedPriceMicros) / closedPriceMicros;
            record(Math.round(Math.min(GREATEST, change * change) * UNITS));
        }
        closedBucket = openBucket;
        closedPriceMicros = openPriceMicros;
    }

    private void record(long square) {
        if (count == squares.length && count < RETURNS) {
            squares = Arrays.copyOf(squares, RETURNS);
        }
        sum += square - (count == RETURNS ? squares[next] : 0);
        squares[next] = square;
        next = next + 1 == RETURNS ? 0 : next + 1;
        count = Math.min(RETURNS, count + 1);
        isStale = isKnown();
    }
}
