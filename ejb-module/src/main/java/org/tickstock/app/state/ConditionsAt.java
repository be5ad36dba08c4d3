package org.tickstock.app.state;

import java.time.Instant;
import org.tickstock.engine.state.MarketConditions;

/**
 * The conditions of a universe at one minute of the market's clock.
 *
 * @param universe whose
 * @param marketTime the minute; of a day that is over, the end of its session
 * @param day the market's newest trade day, an epoch day
 * @param previousDay the one before; {@link org.tickstock.engine.state.StateMoment#NO_DAY} where it is not known
 * @param forming whether that day went on
 * @param advancePct share of symbols that rose, in per cent; NaN where not known
 * @param conditions what they were; the levels of volatility and volume are not kept
 */
public record ConditionsAt(String universe, Instant marketTime, int day, int previousDay, boolean forming,
        double advancePct, MarketConditions conditions) {
}
