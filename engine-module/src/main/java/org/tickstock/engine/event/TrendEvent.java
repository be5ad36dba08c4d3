package org.tickstock.engine.event;

/**
 * A trend that began, grew stronger, or is still there a minute later with a changed score.
 *
 * <p>Source: detection rules, section 2.
 *
 * @param origin where and when
 * @param direction which way
 * @param strength weak, moderate or strong
 * @param score weighted score of the three windows, -1 to 1
 * @param shortWindow 180 s
 * @param mediumWindow 360 s
 * @param longWindow 600 s
 * @param ageNs since the direction was entered
 * @param reversal {@code up-now-down}, {@code down-now-up} or null
 * @param countUp uptrend events of this session so far, this one included
 * @param countDown downtrend events of this session so far, this one included
 * @param basis what the scores were made with and held against
 */
public record TrendEvent(
        EventOrigin origin,
        Direction direction,
        Strength strength,
        double score,
        Window shortWindow,
        Window mediumWindow,
        Window longWindow,
        long ageNs,
        String reversal,
        int countUp,
        int countDown,
        Basis basis) implements DisplayEvent {

    /**
     * Score of one window and what it is made of.
     *
     * @param seconds length of the window
     * @param buckets seconds in it that traded
     * @param price P, the scaled slope, -1 to 1
     * @param vwap V, the scaled distance from VWAP, -1 to 1
     * @param volume U, the signed share of volume, -1 to 1
     * @param score 0.5 P + 0.3 V + 0.2 U, or 0 inside the dead band
     */
    public record Window(int seconds, int buckets, double price, double vwap, double volume, double score) {
    }

    /**
     * What the scores were made with and held against.
     *
     * @param sigma10 volatility of ten-second returns, as a fraction
     * @param priceWeight weight of P in a window's score
     * @param vwapWeight weight of V
     * @param volumeWeight weight of U
     * @param weak score from which a trend is entered
     * @param moderate score from which it is moderate
     * @param strong score from which it is strong
     */
    public record Basis(double sigma10, double priceWeight, double vwapWeight, double volumeWeight,
            double weak, double moderate, double strong) {
    }

    @Override
    public EventType type() {
        return EventType.TREND;
    }
}
