package org.tickstock.engine.event;

/**
 * A session high or low that passed the last reported one by more than is needed.
 *
 * <p>Source: detection rules, section 1.
 *
 * @param origin where and when; its price is the extreme
 * @param direction UP for a high, DOWN for a low
 * @param extremeNs when the extreme was printed; before the origin's time when a cooldown held the report back
 * @param previousMicros the extreme reported before this one
 * @param sessionHighMicros live session high
 * @param sessionLowMicros live session low
 * @param countUp highs of this session so far, this one included
 * @param countDown lows of this session so far, this one included
 * @param reversal the turn this event completes, or null
 * @param significance 0 to 100
 * @param trendFlag direction of the current trend, or null
 * @param surgeFlag direction of the last surge while it is younger than 30 s, or null
 * @param needMicros dollars that were needed, the session's multiplier applied
 * @param needPct percent that was needed, the session's multiplier applied
 */
public record HighLowEvent(
        EventOrigin origin,
        Direction direction,
        long extremeNs,
        long previousMicros,
        long sessionHighMicros,
        long sessionLowMicros,
        int countUp,
        int countDown,
        Reversal reversal,
        double significance,
        Direction trendFlag,
        Direction surgeFlag,
        long needMicros,
        double needPct) implements DisplayEvent {

    /**
     * A turn that the alternation of highs and lows shows.
     *
     * @param kind V-bottom, V-top, W-bottom or M-top, as on the wire
     * @param timeSpanNs since the event of the other side
     * @param previousMicros price of that event
     */
    public record Reversal(String kind, long timeSpanNs, long previousMicros) {

        private static final long RAPID_NS = 60_000_000_000L;

        /** Under a minute. */
        public boolean isRapid() {
            return timeSpanNs < RAPID_NS;
        }
    }

    @Override
    public EventType type() {
        return direction == Direction.UP ? EventType.HIGH : EventType.LOW;
    }
}
