package org.tickstock.app.bar;

import java.math.BigDecimal;
import java.time.Instant;
import org.tickstock.engine.bar.Bar;

/**
 * A minute bar on its way into the database.
 *
 * @param symbol ticker
 * @param bar the bar, never one that is forming
 * @param isExact whether nothing of the minute is known to be missing in it
 */
record BarRow(String symbol, Bar bar, boolean isExact) {

    /** Columns in the order of {@link #appendTo}. */
    static final String COLUMNS =
        "symbol, ts, session, open, high, low, close, volume, trades, is_exact, state, revision";

    private static final int MICRO_DIGITS = 6;
    private static final long NS_PER_S = 1_000_000_000L;

    /** Whether the table's checks let it pass. */
    boolean isSound() {
        return isWithdrawn() || bar.lowMicros() > 0 && bar.volumeMicros() >= 0 && bar.trades() >= 0
            && bar.highMicros() >= Math.max(bar.openMicros(), bar.closeMicros())
            && bar.lowMicros() <= Math.min(bar.openMicros(), bar.closeMicros());
    }

    boolean isWithdrawn() {
        return bar.state() == Bar.State.WITHDRAWN;
    }

    Instant start() {
        return Instant.ofEpochSecond(Math.floorDiv(bar.startNs(), NS_PER_S));
    }

    /** Appends it as a line of PostgreSQL's text COPY format; nothing in it needs escaping. */
    void appendTo(StringBuilder lines) {
        lines.append(symbol).append('\t').append(start()).append('\t').append(bar.session().name()).append('\t');
        for (long micros : new long[] {
            bar.openMicros(), bar.highMicros(), bar.lowMicros(), bar.closeMicros(), bar.volumeMicros()}) {
            lines.append(BigDecimal.valueOf(micros, MICRO_DIGITS).toPlainString()).append('\t');
        }
        lines.append(bar.trades()).append('\t').append(isExact ? 't' : 'f').append('\t')
            .append(stateName()).append('\t').append(bar.revision()).append('\n');
    }

    private String stateName() {
        return switch (bar.state()) {
            case PROVISIONAL -> "provisional";
            case REVISED -> "revised";
            case WITHDRAWN -> "withdrawn";
            case FORMING, FINAL -> throw new IllegalArgumentException(
                "a bar that is written must be closed or changed, was " + bar.state());
        };
    }
}
