package org.tickstock.web.state;

import static org.tickstock.app.json.JsonFactory.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tickstock.engine.state.Bucket;
import org.tickstock.engine.state.Buckets;
import org.tickstock.engine.state.MarketStateView;
import org.tickstock.engine.state.RankingColumn;
import org.tickstock.engine.state.RankingQuery;
import org.tickstock.engine.state.Standing;
import org.tickstock.engine.state.StrengthLetter;
import org.tickstock.engine.state.UniverseState;

/**
 * Writes answers that are rows of symbols. Counts are of all that the question's filter lets pass and that are not
 * stale, whatever its limit.
 *
 * <p>Thread: stateless.
 */
final class RowsJson {

    private static final List<RankingColumn> OF_RATINGS =
            List.of(RankingColumn.SCORE, RankingColumn.COMP_RS_RANK, RankingColumn.PLACE, RankingColumn.RANK_CHANGE);
    private static final List<RankingColumn> OF_BUCKETS =
            List.of(RankingColumn.LAST, RankingColumn.LIVE_PCT, RankingColumn.ATR_TO_SMA50, RankingColumn.COMP_RS_RANK);
    private static final List<RankingColumn> OF_VOLUME = List.of(RankingColumn.MARKET_CAP, RankingColumn.LAST,
            RankingColumn.LIVE_PCT, RankingColumn.VOLUME, RankingColumn.REL_VOLUME, RankingColumn.DOLLAR_VOLUME_20,
            RankingColumn.PERF_1W, RankingColumn.PERF_1M, RankingColumn.PERF_3M, RankingColumn.PERF_6M,
            RankingColumn.PERF_1Y);

    private RowsJson() {
    }

    static JsonObject rankings(MarketStateView view, UniverseState universe, RankingQuery query) {
        List<Standing> found = universe.rankings(query);
        JsonArrayBuilder rows = JSON.createArrayBuilder();
        found.forEach(standing -> rows.add(StateJson.row(standing)));
        return sorted(view, universe, query).add("count", found.size()).add("rankings", rows).build();
    }

    static JsonObject ratings(MarketStateView view, UniverseState universe, RankingQuery query) {
        List<Standing> all = universe.rankings(query.withLimit(Integer.MAX_VALUE));
        JsonArrayBuilder letters = JSON.createArrayBuilder();
        StrengthLetter.counts(all).forEach((letter, count) -> letters.add(
                JSON.createObjectBuilder().add("strength", letter.letter()).add("count", count)));
        List<Standing> found = first(all, query);
        JsonArrayBuilder rows = JSON.createArrayBuilder();
        found.forEach(standing -> rows.add(StateJson.stage(
                figures(StateJson.who(standing), standing, OF_RATINGS), standing)));
        return sorted(view, universe, query).add("letters", letters)
                .add("count", found.size()).add("ratings", rows).build();
    }

    static JsonObject extended(MarketStateView view, UniverseState universe, RankingQuery query) {
        Buckets buckets = Buckets.of(universe.rankings(query.withLimit(Integer.MAX_VALUE)));
        JsonArrayBuilder counts = JSON.createArrayBuilder();
        buckets.counts().forEach((bucket, count) -> counts.add(
                bucket(JSON.createObjectBuilder(), bucket).add("count", count)));
        List<Buckets.Member> found = first(buckets.members(), query);
        JsonArrayBuilder rows = JSON.createArrayBuilder();
        found.forEach(member -> rows.add(figures(bucket(StateJson.who(member.standing()), member.bucket()),
                member.standing(), OF_BUCKETS).add("stage", member.standing().stage().code())));
        return StateJson.head(view, universe).add("buckets", counts)
                .add("count", found.size()).add("extended", rows).build();
    }

    static JsonObject volumeStrength(MarketStateView view, UniverseState universe, RankingQuery query) {
        List<Standing> all = new ArrayList<>(universe.rankings(query.withLimit(Integer.MAX_VALUE)));
        all.sort(Comparator.comparing((Standing standing) -> standing.figures().instrument().capClass()));
        List<Standing> found = first(all, query);
        JsonArrayBuilder rows = JSON.createArrayBuilder();
        found.forEach(standing -> rows.add(figures(StateJson.who(standing), standing, OF_VOLUME)));
        return sorted(view, universe, query).add("count", found.size()).add("volume_strength", rows).build();
    }

    static JsonObjectBuilder sorted(MarketStateView view, UniverseState universe, RankingQuery query) {
        return StateJson.head(view, universe)
                .add("sort", query.sort().wireName()).add("order", query.descending() ? "desc" : "asc");
    }

    private static <T> List<T> first(List<T> all, RankingQuery query) {
        return all.subList(0, Math.min(all.size(), query.limit()));
    }

    private static JsonObjectBuilder figures(
            JsonObjectBuilder row, Standing standing, List<RankingColumn> columns) {
        columns.forEach(column -> row.add(column.wireName(), StateJson.number(column.of(standing))));
        return row;
    }

    private static JsonObjectBuilder bucket(JsonObjectBuilder row, Bucket bucket) {
        return row.add("bucket", bucket.label()).add("bucket_kind", StateJson.lower(bucket.kind()))
                .add("bucket_number", bucket.number());
    }
}
