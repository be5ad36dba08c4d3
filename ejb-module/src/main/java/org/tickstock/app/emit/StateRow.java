package org.tickstock.app.emit;

import java.util.List;
import java.util.Objects;
import org.tickstock.app.state.RankingRow;
import org.tickstock.engine.state.Standing;

/**
 * A symbol's values of the rankings, each with the version of the state at which it became so.
 *
 * <p>Values rather than their texts: they take less memory, and a text is needed in one frame or in none. Rounded as
 * they are written, two differ where their texts would.
 * <p>Thread: that of {@link StateRows}.
 */
final class StateRow {

    private static final List<RankingRow.Column> COLUMNS = RankingRow.COLUMNS;
    /** Values are rounded to as many decimals as this has zeros. */
    private static final long SCALE = 1_000_000;
    /** Up to here a scaled value is exact. */
    private static final double FIXED_BELOW = 1e9;

    private final Object[] values = new Object[COLUMNS.size()];
    private final long[] changedAt = new long[COLUMNS.size()];
    private final long addedAt;
    private long newestAt;
    private Standing standing;

    /** A symbol that came into the universe with this version. */
    StateRow(Standing standing, long version) {
        addedAt = version;
        take(standing, version);
    }

    /** Takes how the symbol stands at this version. */
    void take(Standing now, long version) {
        if (standing != null && isSame(standing, now)) {
            return;
        }
        standing = now;
        for (int at = 0; at < values.length; at++) {
            Object value = COLUMNS.get(at).of(now);
            if (!Objects.equals(values[at], value)) {
                values[at] = value;
                changedAt[at] = version;
                newestAt = version;
            }
        }
    }

    /** The figures by identity, since they are made anew where anything in them changed. */
    private static boolean isSame(Standing one, Standing other) {
        return one.figures() == other.figures() && one.isStale() == other.isStale() && one.rsRank() == other.rsRank()
            && one.place() == other.place() && Double.compare(one.placeChange(), other.placeChange()) == 0
            && Double.compare(one.highRank(), other.highRank()) == 0;
    }

    /** Whether the symbol came after a version: who stands there needs the whole row. */
    boolean isAddedAfter(long version) {
        return addedAt > version;
    }

    /** Whether any value became another after a version. */
    boolean isChangedAfter(long version) {
        return newestAt > version;
    }

    /** Writes every value, in the order of the columns. */
    void writeTo(StringBuilder json) {
        for (int at = 0; at < values.length; at++) {
            append(values[at], json.append(at == 0 ? '[' : ','));
        }
        json.append(']');
    }

    /** Writes the symbol, then column and value of each that became another after a version. */
    void writeChangesTo(StringBuilder json, long version) {
        append(standing.symbol(), json.append('['));
        for (int at = 0; at < values.length; at++) {
            if (changedAt[at] > version) {
                append(values[at], json.append(',').append(at).append(','));
            }
        }
        json.append(']');
    }

    private static void append(Object value, StringBuilder json) {
        if (value instanceof String text) {
            append(text, json);
        } else if (value instanceof Double number && Math.abs(number) < FIXED_BELOW) {
            append(Math.round(number * SCALE), json);
        } else {
            json.append(value);
        }
    }

    /** Without zeros at the end; several times as fast as a Double's own text. */
    private static void append(long scaled, StringBuilder json) {
        long digits = Math.abs(scaled);
        json.append(scaled < 0 ? "-" : "").append(digits / SCALE);
        long fraction = digits % SCALE;
        if (fraction > 0) {
            json.append('.');
            for (long unit = SCALE / 10; fraction > 0; unit /= 10) {
                json.append((char) ('0' + fraction / unit));
                fraction %= unit;
            }
        }
    }

    private static void append(String text, StringBuilder json) {
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
