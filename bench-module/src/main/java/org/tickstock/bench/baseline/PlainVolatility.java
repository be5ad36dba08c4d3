package org.tickstock.bench.baseline;

import java.util.ArrayDeque;
import java.util.Deque;

/** Standard size of a ten-second return over the last 180 of them; rules, section 0. */
final class PlainVolatility {

    private static final int BUCKET_S = 10;
    private static final int NEIGHBOUR_S = 60;
    private static final int RETURNS = 180;
    private static final int KNOWN_FROM = 30;
    private static final double LEAST = 0.00005;

    private final Deque<Double> squares = new ArrayDeque<>();
    private PlainTrade last;
    private PlainTrade lastClose;
    private double sigma10;

    void onTrade(PlainTrade trade) {
        if (last != null && bucketOf(trade) != bucketOf(last)) {
            close();
        }
        last = trade;
    }

    boolean isKnown() {
        return squares.size() >= KNOWN_FROM;
    }

    double sigma(int seconds) {
        return sigma10 * Math.sqrt((double) seconds / BUCKET_S);
    }

    void clear() {
        squares.clear();
        last = null;
        lastClose = null;
    }

    private void close() {
        if (lastClose != null && (bucketOf(last) - bucketOf(lastClose)) * BUCKET_S <= NEIGHBOUR_S) {
            double change = (double) (last.priceMicros() - lastClose.priceMicros()) / lastClose.priceMicros();
            squares.addLast(change * change);
            if (squares.size() > RETURNS) {
                squares.removeFirst();
            }
            if (isKnown()) {
                double sum = 0;
                for (double square : squares) {
                    sum += square;
                }
                sigma10 = Math.max(LEAST, Math.sqrt(sum / squares.size()));
            }
        }
        lastClose = last;
    }

    private static long bucketOf(PlainTrade trade) {
        return trade.second() / BUCKET_S;
    }
}
