package org.tickstock.engine.detect;

import org.tickstock.engine.event.EventSink;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.market.Tick;

/**
 * One rule. Holds thresholds only; all memory is in the symbol's state, which the lane owns.
 *
 * <p>Thread: stateless; may be shared by lanes.
 * <p>Errors: none expected; one that throws is isolated, counted, and opened by a breaker.
 */
public interface Detector {

    /** When in the work on one tick a rule runs; the order of constants is the order of work. */
    enum Phase {
        /** Before the tick enters the second buckets: day VWAP known, closed seconds complete. */
        EXTREMES,
        /** Still before; only when the tick is of a later second than the last bucket. */
        SECOND_CLOSED,
        /** After the tick entered the second and ten-second buckets. */
        BUCKETED,
        /** Last: what only observes. */
        OBSERVE
    }

    /** Name in counters, health and configuration: {@code highlow}, {@code trend}, {@code surge}, {@code pressure}. */
    String name();

    /** When it runs. */
    Phase phase();

    /** Looks at one alert-eligible tick; what it finds goes to {@code out}. */
    void onTick(Tick tick, SymbolState state, EventSink out);

    /** Whether events of this type are this rule's. */
    default boolean explains(EventType type) {
        return false;
    }

    /** Tells what it asks of a tick it is about to look at; changes nothing that looking would not change alike. */
    default void explain(EventType type, Tick tick, SymbolState state, Gates gates) {
    }

    /** Learns that a trade was taken back or put right; the statistics have changed already. Most rules do not care. */
    default void onTakenBack(TakenBack trade, SymbolState state, EventSink out) {
    }
}
