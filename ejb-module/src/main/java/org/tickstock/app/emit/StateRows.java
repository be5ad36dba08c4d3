package org.tickstock.app.emit;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.tickstock.app.state.RankingRow;
import org.tickstock.engine.state.MarketStateView;
import org.tickstock.engine.state.Stage;
import org.tickstock.engine.state.Standing;
import org.tickstock.engine.state.UniverseState;

/**
 * The rows of a universe as they are written, each with the version at which it became so: what changed since any
 * version is then those that are newer.
 *
 * <p>A row is written again only where a figure of it changed, and counts as changed only where its text did; a frame
 * is written once for each pair of versions, whoever gets it.
 * <p>Thread: one at a time.
 * <p>Source: docs/wire-market-state.md, market_state.
 */
final class StateRows {

    private static final String COLUMNS = RankingRow.COLUMNS.stream()
        .map(column -> '"' + column.name() + '"').collect(Collectors.joining(",", "[", "]"));
    private static final int ROW = 400;

    private record Row(Standing standing, String text, long changedAt) {
    }

    private final Map<String, Row> rows = new TreeMap<>();
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
        Set<String> members = new HashSet<>();
        for (Standing standing : state.standings()) {
            members.add(standing.symbol());
            take(standing);
        }
        for (Iterator<String> each = rows.keySet().iterator(); each.hasNext();) {
            String symbol = each.next();
            if (!members.contains(symbol)) {
                removedAt.put(symbol, version);
                each.remove();
            }
        }
    }

    /** The newest version that was taken. */
    long version() {
        return version;
    }

    /** What leads from a version to the newest; everything, where nothing is known of that version. */
    String frame(long since) {
        return frames.computeIfAbsent(since >= firstVersion ? since : StateWatch.NOTHING, this::write);
    }

    private void take(Standing standing) {
        Row before = rows.get(standing.symbol());
        if (before != null && isSame(before.standing(), standing)) {
            return;
        }
        String text = write(standing);
        boolean isSameText = before != null && before.text().equals(text);
        rows.put(standing.symbol(), new Row(standing, isSameText ? before.text() : text,
            isSameText ? before.changedAt() : version));
        removedAt.remove(standing.symbol());
    }

    /** The figures by identity, since they are made anew where anything in them changed. */
    private static boolean isSame(Standing one, Standing other) {
        return one.figures() == other.figures() && one.isStale() == other.isStale() && one.rsRank() == other.rsRank()
            && one.place() == other.place() && Double.compare(one.placeChange(), other.placeChange()) == 0
            && Double.compare(one.highRank(), other.highRank()) == 0;
    }

    private String write(long since) {
        LongPredicate isNew = changedAt -> since == StateWatch.NOTHING || changedAt > since;
        StringBuilder json = new StringBuilder(ROW * rows.size());
        json.append(head).append(",\"since\":").append(since == StateWatch.NOTHING ? "null" : Long.toString(since))
            .append(",\"columns\":").append(COLUMNS).append(",\"rows\":[");
        String comma = "";
        for (Row row : rows.values()) {
            if (isNew.test(row.changedAt())) {
                json.append(comma).append(row.text());
                comma = ",";
            }
        }
        String removed = removedAt.entrySet().stream()
            .filter(each -> since != StateWatch.NOTHING && each.getValue() > since)
            .map(each -> '"' + each.getKey() + '"').collect(Collectors.joining(",", "[", "]"));
        return json.append("],\"stages\":").append(stages).append(",\"removed\":").append(removed).append("}}")
            .toString();
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

    private static String write(Standing standing) {
        StringBuilder json = new StringBuilder(ROW);
        char before = '[';
        for (RankingRow.Column column : RankingRow.COLUMNS) {
            json.append(before);
            append(column.of(standing), json);
            before = ',';
        }
        return json.append(']').toString();
    }

    private static void append(Object value, StringBuilder json) {
        if (!(value instanceof String text)) {
            json.append(value);
            return;
        }
        json.append('"');
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            if (next < ' ') {
                json.append("\\u00").append(Character.forDigit(next >> 4, 16))
                    .append(Character.forDigit(next & 15, 16));
            } else {
                json.append(next == '"' || next == '\\' ? "\\" : "").append(next);
            }
        }
        json.append('"');
    }
}
