package org.tickstock.engine.feed;

import java.io.IOException;
import java.util.List;

/**
 * Which columns a tape has, by its header: the six that every tape begins with, then any of the optional ones.
 *
 * <p>Thread: immutable.
 * <p>Errors: a header that names something else is refused with an {@link IOException} that tells rule and value.
 */
final class TapeColumns {

    /** The columns of every tape. */
    static final String PLAIN = "ts_ms,symbol,price,size,exchange,conditions";

    /** How many columns every tape has. */
    static final int PLAIN_COUNT = 6;

    private static final List<String> OPTIONAL =
            List.of("trade_id", "participant_ts_ms", "kind", "high", "low", "sequence");
    private static final int SHOWN = 60;

    private final List<String> names;
    private final int tradeId;
    private final int participantMs;
    private final int kind;
    private final int high;
    private final int low;

    private TapeColumns(List<String> names) {
        this.names = names;
        this.tradeId = names.indexOf("trade_id");
        this.participantMs = names.indexOf("participant_ts_ms");
        this.kind = names.indexOf("kind");
        this.high = names.indexOf("high");
        this.low = names.indexOf("low");
    }

    /** The columns that {@code header} names. */
    static TapeColumns of(String header) throws IOException {
        boolean plain = header.equals(PLAIN);
        if (!plain && !header.startsWith(PLAIN + ",")) {
            String shown = header.length() <= SHOWN ? header : header.substring(0, SHOWN) + "…";
            throw new IOException("header must begin with '" + PLAIN + "', was '" + shown + "'");
        }
        List<String> names = List.of(header.split(",", -1));
        for (int column = PLAIN_COUNT; column < names.size(); column++) {
            String name = names.get(column);
            if (!OPTIONAL.contains(name)) {
                throw new IOException("column " + (column + 1) + " must be one of " + String.join(", ", OPTIONAL)
                        + ", was '" + name + "'");
            }
            if (names.indexOf(name) != column) {
                throw new IOException("column " + (column + 1) + " must not repeat an earlier one, was '" + name + "'");
            }
        }
        return new TapeColumns(names);
    }

    /** How many fields a row has. */
    int count() {
        return names.size();
    }

    /** Whether the tape has the six columns only. */
    boolean isPlain() {
        return names.size() == PLAIN_COUNT;
    }

    /** Index of the trade's id, negative where the tape has none; so the others. */
    int tradeId() {
        return tradeId;
    }

    int participantMs() {
        return participantMs;
    }

    int kind() {
        return kind;
    }

    int high() {
        return high;
    }

    int low() {
        return low;
    }

    /** Whether the column at this index exists. */
    static boolean isPresent(int column) {
        return column >= 0;
    }
}
