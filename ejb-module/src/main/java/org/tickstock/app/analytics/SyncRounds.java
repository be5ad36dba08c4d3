package org.tickstock.app.analytics;

import java.lang.System.Logger;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.tickstock.app.database.Trouble;
import org.tickstock.engine.analytics.GaugeReading;
import org.tickstock.engine.collect.SessionCounts;
import org.tickstock.engine.collect.SymbolCounts;

/**
 * Takes what changed, writes it, and only then lets memory forget that it had changed.
 *
 * <p>Thread: one round at a time; the status from anywhere.
 * <p>Errors: told by the status; the next round tries again.
 */
final class SyncRounds {

    /** Instead of a trade date: no earlier run counted a part of this session. */
    static final int NOTHING_BEFORE = Integer.MIN_VALUE;

    private static final Logger LOG = System.getLogger(SyncRounds.class.getName());

    private final Trouble trouble =
        new Trouble(LOG, "analytics reach the database rows", "analytics wait");
    private final AnalyticsTables tables;
    private final SessionCounts counts;
    private final MarketAnalytics analytics;
    private int goesOnWith;

    // a round writes, anyone reads
    private volatile long rowsWritten;
    private volatile long statements;
    private volatile long readingsWritten;

    /** Rounds of a run that goes on with what an earlier one counted of a trade date, in epoch days. */
    SyncRounds(AnalyticsTables tables, SessionCounts counts, MarketAnalytics analytics, int goesOnWith) {
        this.tables = tables;
        this.counts = counts;
        this.analytics = analytics;
        this.goesOnWith = goesOnWith;
    }

    /** One round; {@code away} says why the database cannot be used, null when it can. */
    synchronized void run(String away) {
        trouble.tell(away == null ? tryDatabase() : away, rowsWritten);
    }

    SyncStatus status() {
        return new SyncStatus(counts.changes(), rowsWritten, statements, readingsWritten,
            counts.unwritten().size(), trouble.reason());
    }

    private String tryDatabase() {
        try {
            if (goesOnWith != NOTHING_BEFORE) {
                counts.restore(tables.read(LocalDate.ofEpochDay(goesOnWith)));
                goesOnWith = NOTHING_BEFORE;
            }
            List<SymbolCounts> rows = counts.unwritten();
            List<GaugeReading> readings = analytics.unwritten();
            if (!rows.isEmpty() || !readings.isEmpty()) {
                rowsWritten += tables.write(rows, readings);
                statements += rows.isEmpty() ? 0 : 1;
                readingsWritten += readings.size();
                counts.written(rows);
                analytics.written(readings);
            }
            return null;
        } catch (SQLException fault) {
            return "database: " + fault.getMessage();
        }
    }
}
