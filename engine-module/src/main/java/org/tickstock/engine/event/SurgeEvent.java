package org.tickstock.engine.event;

/**
 * A burst of volume, of price, or of both.
 *
 * <p>Source: detection rules, section 3.
 *
 * @param origin where and when
 * @param direction sign of the price against the reference
 * @param trigger what made it a surge
 * @param strength weak, moderate or strong
 * @param score 0 to 100
 * @param magnitudePct percent from the reference price
 * @param volumeMultiplier volume of the interval against its baseline
 * @param z price move in multiples of the interval's volatility
 * @param referenceMicros price that the move is measured from
 * @param intervalSeconds length of the interval
 * @param expirationNs when the surge counts as over
 * @param reversal {@code up-now-down}, {@code down-now-up} or null
 * @param dailyCount surges of this symbol on this trade date so far, this one included
 * @param countUp upward surges of this session so far, this one included
 * @param countDown downward surges of this session so far, this one included
 */
public record SurgeEvent(
        EventOrigin origin,
        Direction direction,
        Trigger trigger,
        Strength strength,
        double score,
        double magnitudePct,
        double volumeMultiplier,
        double z,
        long referenceMicros,
        int intervalSeconds,
        long expirationNs,
        String reversal,
        int dailyCount,
        int countUp,
        int countDown) implements DisplayEvent {

    /** What made it a surge. */
    public enum Trigger {
        /** Both past their thresholds. */
        PRICE_AND_VOLUME("price_and_volume"),
        /** Volume far past its threshold. */
        VOLUME("volume"),
        /** Price far past its threshold. */
        PRICE("price");

        private final String wireName;

        Trigger(String wireName) {
            this.wireName = wireName;
        }

        /** The name in JSON. */
        public String wireName() {
            return wireName;
        }
    }

    @Override
    public EventType type() {
        return EventType.SURGE;
    }
}
