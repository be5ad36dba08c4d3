package org.tickstock.engine.detect;

/**
 * Standard size of a ten-second return, over the last 180 of them.
 *
 * <p>Thread: belongs to the symbol's lane.
 * <p>Units: returns as fractions; seconds of the epoch.
 * <p>Source: detection rules, section 0, "Volatility".
 */
final class Volatility {

    private static final int BUCKET_S = 10;
    private static final int MAX_NEIGHBOUR_S = 60;
    private static final int RETURNS = 180;
    static final int KNOWN_FROM = 30;
    private static final double LEAST = 0.00005;
    private static final long NONE = Long.MIN_VALUE;

    private double[] squares = new double[KNOWN_FROM];
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
            sigma10 = Math.max(LEAST, Math.sqrt(sum() / count));
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
            record(change * change);
        }
        closedBucket = openBucket;
        closedPriceMicros = openPriceMicros;
    }

    private void record(double square) {
        if (count == squares.length && count < RETURNS) {
            squares = java.util.Arrays.copyOf(squares, RETURNS);
        }
        squares[next] = square;
        next = next + 1 == RETURNS ? 0 : next + 1;
        count = Math.min(RETURNS, count + 1);
        isStale = isKnown();
    }

    /** Four sums side by side, one written order: the same returns always give the same bits, and none waits long. */
    private double sum() {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i + 4 <= count; i += 4) {
            first += squares[i];
            second += squares[i + 1];
            third += squares[i + 2];
            fourth += squares[i + 3];
        }
        for (; i < count; i++) {
            first += squares[i];
        }
        return first + second + (third + fourth);
    }
}
