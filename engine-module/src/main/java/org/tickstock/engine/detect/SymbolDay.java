package org.tickstock.engine.detect;

import java.util.ArrayList;
import java.util.List;
import org.tickstock.engine.market.MarketSession;

/**
 * Official and live extremes and the volume of one symbol on one trade date, as read from its lane.
 *
 * <p>Units: micro-dollars, micro-shares, nanoseconds UTC.
 * <p>Source: market rules, section 1.
 *
 * @param symbolId dense number of the symbol
 * @param symbol ticker
 * @param tradeDay New York trade date, epoch days
 * @param sessions the sessions that printed, in order; last, the day as a whole
 */
public record SymbolDay(int symbolId, String symbol, int tradeDay, List<SessionExtremes> sessions) {

    /** What the day as a whole is called beside the names of sessions. */
    public static final String DAY = "DAY";

    /**
     * Extremes of one session, or of the day.
     *
     * @param session PRE, REGULAR, AFTER or DAY
     * @param officialHigh by what the conditions of prints allow; null before the first
     * @param officialLow the same
     * @param liveHigh by prints that were "now" as well; null before the first
     * @param liveLow the same
     * @param volumeMicros shares traded
     */
    public record SessionExtremes(
            String session, Extreme officialHigh, Extreme officialLow, Extreme liveHigh, Extreme liveLow,
            long volumeMicros) {
    }

    /**
     * One extreme.
     *
     * @param priceMicros its price
     * @param tsNs when it was first printed; 0 where that is not known any more
     * @param verdict what became of the print: for an official one that is not live, the reason
     */
    public record Extreme(long priceMicros, long tsNs, Verdict verdict) {
    }

    /** The sessions are copied. */
    public SymbolDay {
        sessions = List.copyOf(sessions);
    }

    static SymbolDay of(SymbolState state) {
        List<SessionExtremes> sessions = new ArrayList<>();
        for (MarketSession session : MarketSession.values()) {
            SessionStatistics statistics = state.statistics.printed(session);
            if (statistics != null) {
                sessions.add(extremesOf(session.name(), statistics, state.statistics.volumeMicros(session)));
            }
        }
        if (!sessions.isEmpty()) {
            sessions.add(extremesOf(DAY, state.statistics.day(), state.statistics.dayVolumeMicros()));
        }
        int tradeDay = state.span() == null ? 0 : state.span().tradeDay();
        return new SymbolDay(state.symbolId(), state.symbol(), tradeDay, sessions);
    }

    private static SessionExtremes extremesOf(String name, SessionStatistics statistics, long volumeMicros) {
        return new SessionExtremes(name, extremeOf(statistics.officialHigh), extremeOf(statistics.officialLow),
                extremeOf(statistics.liveHigh), extremeOf(statistics.liveLow), volumeMicros);
    }

    private static Extreme extremeOf(BestPrints prints) {
        return prints.isEmpty() ? null : new Extreme(prints.priceMicros(), prints.timeNs(), prints.verdict());
    }
}
