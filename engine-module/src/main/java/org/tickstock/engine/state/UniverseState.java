package org.tickstock.engine.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tickstock.engine.universe.Universe;

/**
 * The state of one universe: its symbols among each other, its sectors, stages, breadth and conditions.
 *
 * <p>Thread: immutable; may be shared.
 */
public final class UniverseState {

    private final Universe universe;
    private final List<String> missing;
    private final List<Standing> standings;
    private final int staleCount;
    private final SectorRotation sectors;
    private final StageSummary stages;
    private final MarketBreadth breadth;
    private final MarketConditions conditions;

    private UniverseState(
            Universe universe, UniversePast past, TradeDays days, SymbolFigures[] market, StateMoment moment) {
        List<Standing> standings = standings(past.members(), market, days.last());
        this.universe = universe;
        this.missing = Collections.unmodifiableList(past.missing());
        this.standings = Collections.unmodifiableList(standings);
        Standing[] byNumber = new Standing[market.length];
        List<SymbolFigures> fresh = new ArrayList<>();
        for (int at = 0; at < standings.size(); at++) {
            byNumber[past.members()[at]] = standings.get(at);
            if (!standings.get(at).isStale()) {
                fresh.add(standings.get(at).figures());
            }
        }
        staleCount = standings.size() - fresh.size();
        sectors = SectorRotation.of(past, days, market, byNumber);
        stages = StageSummary.of(standings, days.last());
        breadth = MarketBreadth.of(fresh, past.line());
        conditions = MarketConditions.of(past.benchmark(market, days.last()), fresh,
                breadth.metrics().get(BreadthMetric.PRICE_TO_SMA50), moment.usualVolumeFraction());
    }

    static UniverseState of(
            Universe universe, UniversePast past, TradeDays days, SymbolFigures[] market, StateMoment moment) {
        return new UniverseState(universe, past, days, market, moment);
    }

    private static List<Standing> standings(int[] members, SymbolFigures[] market, int newestDay) {
        int size = members.length;
        boolean[] stale = new boolean[size];
        double[] strengths = new double[size];
        double[] strengthsBefore = new double[size];
        double[] toHigh = new double[size];
        double[] ranges = new double[size];
        for (int at = 0; at < size; at++) {
            SymbolFigures figures = market[members[at]];
            stale[at] = figures.bar() == null || figures.day() < newestDay;
            double known = stale[at] ? Double.NaN : 1;
            strengths[at] = known * figures.performance().relativeStrength();
            strengthsBefore[at] = known * figures.performanceBefore().relativeStrength();
            toHigh[at] = known * figures.extremes().toHighPct(figures.last());
            ranges[at] = known * figures.atrPct();
        }
        RankScale strength = new RankScale(strengths);
        double[] ranks = strength.percentiles();
        int[] places = strength.places();
        int[] placesBefore = new RankScale(strengthsBefore).places();
        double[] highRanks = new RankScale(toHigh).percentiles();
        double[] rangeRanks = new RankScale(ranges).percentiles();
        List<Standing> standings = new ArrayList<>(size);
        for (int at = 0; at < size; at++) {
            int rank = Double.isNaN(ranks[at]) ? 0 : (int) Math.floor(ranks[at] + 0.5);
            boolean hasBoth = places[at] != RankScale.NO_PLACE && placesBefore[at] != RankScale.NO_PLACE;
            standings.add(new Standing(market[members[at]], stale[at], rank, places[at],
                    hasBoth ? placesBefore[at] - places[at] : Double.NaN, highRanks[at], rangeRanks[at]));
        }
        return standings;
    }

    /** Which universe. */
    public Universe universe() {
        return universe;
    }

    /** Its symbols of which the market knows nothing. */
    public List<String> missing() {
        return missing;
    }

    /** Its symbols, in their order. */
    public List<Standing> standings() {
        return standings;
    }

    /** How many of them have no bar of the market's newest day. */
    public int staleCount() {
        return staleCount;
    }

    /** Its symbols as asked for. */
    public List<Standing> rankings(RankingQuery query) {
        return query.of(standings);
    }

    /** Its groups. */
    public SectorRotation sectors() {
        return sectors;
    }

    /** Its stages. */
    public StageSummary stages() {
        return stages;
    }

    /** Its breadth. */
    public MarketBreadth breadth() {
        return breadth;
    }

    /** Its conditions. */
    public MarketConditions conditions() {
        return conditions;
    }
}
