package org.tickstock.engine.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A universe's state as the reference writes it: rows of strings and of doubles, NaN where a figure is not known. */
final class StateTables {

    private final UniverseState universe;

    StateTables(UniverseState universe) {
        this.universe = universe;
    }

    List<Map<String, Object>> rankings() {
        return universe.standings().stream().map(StateTables::ranking).toList();
    }

    private static Map<String, Object> ranking(Standing standing) {
        SymbolFigures figures = standing.figures();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("symbol", standing.symbol());
        row.put("stale", Boolean.toString(standing.isStale()));
        row.put("day", (double) figures.day());
        row.put("bars", (double) figures.bars());
        for (RankingColumn column : RankingColumn.values()) {
            row.put(column.wireName(), column.of(standing));
        }
        row.put("cap", figures.instrument().capClass().wireName());
        row.put("high_rank", standing.highRank());
        row.put("atr_rank", standing.atrRank());
        row.put("atr_change_pct", figures.activity().atrChangePct());
        Averages averages = figures.averages();
        row.put("ema10", averages.ema10());
        row.put("ema20", averages.ema20());
        row.put("sma20", averages.sma20());
        row.put("sma50", averages.sma50());
        row.put("sma200", averages.sma200());
        row.put("slope50", averages.slope50());
        row.put("slope200", averages.slope200());
        row.put("high_52w", figures.extremes().high52Weeks());
        row.put("low_52w", figures.extremes().low52Weeks());
        row.put("low_50_before", figures.extremes().lowOf50BarsBefore());
        row.put("highest_close_20", figures.extremes().highestClose20());
        return row;
    }

    List<Map<String, Object>> stages() {
        return universe.standings().stream().map(StateTables::stage).toList();
    }

    private static Map<String, Object> stage(Standing standing) {
        StageFigures stage = standing.figures().stage();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("symbol", standing.symbol());
        row.put("stage", stage.stage().code());
        row.put("live", stage.live().code());
        row.put("confidence", standing.confidence());
        row.put("strength", standing.strength().letter());
        row.put("bucket", Bucket.of(standing.figures()).label());
        row.put("history", stage.changes().stream().map(change -> change.day() + ":" + change.stage().code() + ":"
                + change.previous().code() + ":" + change.sinceDay()).collect(Collectors.joining(" ")));
        return row;
    }

    List<Map<String, Object>> groups() {
        return universe.sectors().groups().stream().map(StateTables::group).toList();
    }

    private static Map<String, Object> group(GroupState group) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kind", group.kind().wireName());
        row.put("name", group.name());
        row.put("symbols", (double) group.symbolCount());
        row.put("score", group.score());
        row.put("rank", (double) group.rank());
        row.put("rank_week_ago", (double) group.rankWeekAgo());
        row.put("leaders", group.leaders().stream().map(Standing::symbol).collect(Collectors.joining(" ")));
        row.put("laggards", group.laggards().stream().map(Standing::symbol).collect(Collectors.joining(" ")));
        row.put("events", group.events().stream().map(event -> event.day() + ":" + event.kind() + ":" + event.from()
                + ":" + event.to()).collect(Collectors.joining(" ")));
        put(row, "equal", group.equalWeighted());
        put(row, "cap", group.capWeighted());
        row.put("sma50", text(group.aboveSma50()));
        row.put("sma200", text(group.aboveSma200()));
        row.put("day", text(group.dayChange()));
        return row;
    }

    private static void put(Map<String, Object> row, String weight, GroupReturns returns) {
        row.put(weight + "_1d", returns.dayPct());
        row.put(weight + "_1w", returns.weekPct());
        row.put(weight + "_1m", returns.monthPct());
        row.put(weight + "_3m", returns.quarterPct());
    }

    List<Map<String, Object>> trails() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (GroupState group : universe.sectors().groups()) {
            for (RotationPoint point : group.trail()) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("key", group.kind().wireName() + "/" + group.name() + "/" + point.day());
                row.put("ratio", point.ratio());
                row.put("momentum", point.momentum());
                row.put("quadrant", point.quadrant().wireName());
                rows.add(row);
            }
        }
        return rows;
    }

    List<Map<String, Object>> breadth() {
        List<Map<String, Object>> rows = new ArrayList<>();
        MarketBreadth breadth = universe.breadth();
        breadth.metrics().forEach((metric, count) -> {
            rows.add(value(metric.wireName(), text(count)));
            rows.add(value(metric.wireName() + "_pct_up", count.pctUp()));
        });
        rows.add(value("highs_52w", (double) breadth.highs52Weeks()));
        rows.add(value("lows_52w", (double) breadth.lows52Weeks()));
        rows.add(value("eligible_52w", (double) breadth.eligible52Weeks()));
        rows.add(value("pct_at_high_20", breadth.pctAtHigh20()));
        rows.add(value("up_volume_pct", breadth.upVolumePct()));
        rows.add(value("ad_line", breadth.line().line()));
        rows.add(value("net_advances", (double) breadth.line().net()));
        rows.add(value("mcclellan", breadth.line().mcclellan()));
        rows.add(value("thrust", breadth.line().thrust()));
        MarketConditions conditions = universe.conditions();
        rows.add(value("volatility_pct", conditions.volatilityPct()));
        rows.add(value("volatility_percentile", conditions.volatilityPercentile()));
        rows.add(value("volatility", conditions.volatility().name()));
        rows.add(value("trend", conditions.trend().name()));
        rows.add(value("strength", conditions.strength()));
        rows.add(value("volume_ratio", conditions.volumeRatio()));
        rows.add(value("volume", conditions.volume().name()));
        rows.add(value("regime", conditions.regime().name()));
        return rows;
    }

    private static Map<String, Object> value(String key, Object value) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("key", key);
        row.put("value", value);
        return row;
    }

    private static String text(BreadthCount count) {
        return String.format(Locale.ROOT, "%d/%d/%d", count.up(), count.down(), count.unchanged());
    }
}
