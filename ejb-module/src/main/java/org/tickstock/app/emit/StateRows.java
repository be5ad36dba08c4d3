package org.tickstock.app.emit;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tickstock.app.state.RankingRow;
import org.tickstock.engine.state.MarketStateView;
import org.tickstock.engine.state.Stage;
import org.tickstock.engine.state.Standing;
import org.tickstock.engine.state.UniverseState;

/**
 * The rows of a universe, each value with the version at which it became so: what changed since any version is then
 * the values that are newer.
 *
 * <p>A row is looked at again only where a figure of it changed; a frame is written once for each pair of versions,
 * whoever gets it.
 * <p>Thread: one at a time.
 * <p>Source: docs/wire-market-state.md, market_state.
 */
final class StateRows {

    private static final String COLUMNS = RankingRow.COLUMNS.stream()
        .map(column -> '"' + column.name() + '"').collect(Collectors.joining(",", "[", "]"));
    private static final int HEAD = 1_000;
    private static final int ROW = 300;
    private static final int CHANGES = 100;

    private final Map<String, StateRow> rows = new TreeMap<>();
    private final Map<String, Long> removedAt = new TreeMap<>();
    /** Of the newest version, by the version that it goes on from. */
    private final Map<Long, String> frames = new HashMap<>();
    private long firstVersion;
    private long version;
    private String head;
    private String stages;

    /** Takes the state of the universe as it is now. */
    void update(MarketStateView view, UniverseState state) {
        if (view.version() == version) {
            return;
        }
        version = view.version();
        firstVersion = firstVersion == StateWatch.NOTHING ? version : firstVersion;
        frames.clear();
        head = head(view, state);
        stages = stages(state);
        Set<String> left = new HashSet<>(rows.keySet());
        for (Standing standing : state.standings()) {
            left.remove(standing.symbol());
            take(standing);
        }
        rows.keySet().removeAll(left);
        left.forEach(symbol -> removedAt.put(symbol, version));
    }

    /** The newest version that was taken. */
    long version() {
        return version;
    }

    /** What leads from a version to the newest; everything, where nothing is known of that version. */
    String frame(long since) {
        return since < firstVersion ? frames.computeIfAbsent(StateWatch.NOTHING, unused -> writeAll())
            : frames.computeIfAbsent(since, this::writeChanges);
    }

    private void take(Standing standing) {
        StateRow row = rows.get(standing.symbol());
        if (row == null) {
            rows.put(standing.symbol(), new StateRow(standing, version));
            removedAt.remove(standing.symbol());
        } else {
            row.take(standing, version);
        }
    }

    private String writeAll() {
        StringBuilder json = new StringBuilder(HEAD + ROW * rows.size());
        json.append(head).append(",\"since\":null,\"columns\":").append(COLUMNS).append(",\"rows\":");
        write(json, row -> true, row -> row.writeTo(json));
        return json.append(",\"cells\":[],\"stages\":").append(stages).append(",\"removed\":[]}}").toString();
    }

    private String writeChanges(long since) {
        StringBuilder json = new StringBuilder(HEAD + CHANGES * rows.size());
        json.append(head).append(",\"since\":").append(since).append(",\"columns\":").append(COLUMNS)
            .append(",\"rows\":");
        write(json, row -> row.isAddedAfter(since), row -> row.writeTo(json));
        json.append(",\"cells\":");
        write(json, row -> !row.isAddedAfter(since) && row.isChangedAfter(since),
            row -> row.writeChangesTo(json, since));
        String removed = removedAt.entrySet().stream().filter(each -> each.getValue() > since)
            .map(each -> '"' + each.getKey() + '"').collect(Collectors.joining(",", "[", "]"));
        return json.append(",\"stages\":").append(stages).append(",\"removed\":").append(removed).append("}}")
            .toString();
    }

    private void write(StringBuilder json, Predicate<StateRow> which, Consumer<StateRow> how) {
        String before = "[";
        for (StateRow row : rows.values()) {
            if (which.test(row)) {
                json.append(before);
                how.accept(row);
                before = ",";
            }
        }
        json.append(before.equals("[") ? "[]" : "]");
    }

    private static String head(MarketStateView view, UniverseState state) {
        String tradeDate = RankingRow.date(view.tradeDay());
        return "{\"event\":\"market_state\",\"data\":{\"universe\":\"" + state.universe().name()
            + "\",\"as_of\":\"" + Instant.ofEpochSecond(0, view.asOfNs())
            + "\",\"trade_date\":" + (tradeDate == null ? "null" : '"' + tradeDate + '"')
            + ",\"forming\":" + view.isForming() + ",\"version\":" + view.version();
    }

    private static String stages(UniverseState state) {
        Map<Stage, Integer> counts = state.stages().counts();
        return counts.entrySet().stream().map(each -> '"' + each.getKey().code() + "\":" + each.getValue())
            .collect(Collectors.joining(",", "{", "}"));
    }
}
