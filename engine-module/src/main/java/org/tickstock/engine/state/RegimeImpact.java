package org.tickstock.engine.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tickstock.engine.state.MarketConditions.Regime;

/**
 * What a regime meant: how the benchmark and the universe did on the trade day after it.
 *
 * <p>Thread: immutable; may be shared.
 * <p>Units: per cent, NaN below {@link #LEAST_DAYS} days.
 * <p>Source: market state, section 6.
 *
 * @param regime at the close of a day
 * @param days of which the day after is known
 * @param nextDayPct mean change of the benchmark on that day
 * @param nextDayAdvancePct mean share of symbols that rose on it
 */
public record RegimeImpact(Regime regime, int days, double nextDayPct, double nextDayAdvancePct) {

    /** Fewer tell nothing. */
    public static final int LEAST_DAYS = 20;

    /**
     * A day as it closed.
     *
     * @param day an epoch day
     * @param previousDay the market's trade day before
     * @param regime what it was
     * @param benchmarkPct change of the benchmark; NaN where not known
     * @param advancePct share of symbols that rose; NaN where not known
     */
    public record Day(int day, int previousDay, Regime regime, double benchmarkPct, double advancePct) {
    }

    /** Of each regime but the unknown one; a day whose day after is missing is not counted. */
    public static List<RegimeImpact> of(List<Day> days) {
        Map<Integer, Day> byPrevious = new HashMap<>();
        days.forEach(day -> byPrevious.put(day.previousDay(), day));
        List<RegimeImpact> impacts = new ArrayList<>();
        for (Regime regime : Regime.values()) {
            if (regime != Regime.UNKNOWN) {
                impacts.add(of(regime, days.stream().filter(day -> day.regime() == regime)
                        .map(day -> byPrevious.get(day.day())).filter(RegimeImpact::isKnown).toList()));
            }
        }
        return impacts;
    }

    /** Whether there are enough days to say anything. */
    public boolean isSufficient() {
        return days >= LEAST_DAYS;
    }

    private static boolean isKnown(Day after) {
        return after != null && !Double.isNaN(after.benchmarkPct()) && !Double.isNaN(after.advancePct());
    }

    private static RegimeImpact of(Regime regime, List<Day> after) {
        if (after.size() < LEAST_DAYS) {
            return new RegimeImpact(regime, after.size(), Double.NaN, Double.NaN);
        }
        return new RegimeImpact(regime, after.size(),
                after.stream().mapToDouble(Day::benchmarkPct).average().orElseThrow(),
                after.stream().mapToDouble(Day::advancePct).average().orElseThrow());
    }
}
