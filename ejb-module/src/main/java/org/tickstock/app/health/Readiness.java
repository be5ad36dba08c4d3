package org.tickstock.app.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.tickstock.app.database.DatabaseState;
import org.tickstock.app.journal.JournalStatus;
import org.tickstock.app.journal.JournalWriter;
import org.tickstock.engine.feed.FeedStatus;
import org.tickstock.engine.feed.MarketDataFeed;

/**
 * Whether the server can serve people now: database there, feed not broken, ledger balanced, events journalled.
 *
 * <p>Thread: any.
 */
@ApplicationScoped
public class Readiness {

    @Inject
    private DatabaseState database;
    @Inject
    private MarketDataFeed feed;
    @Inject
    private LedgerWatch ledger;
    @Inject
    private JournalWriter journal;

    /** Every check, with its reason. */
    public List<Check> checks() {
        return List.of(database(), feed(), pipeline(), journal());
    }

    /** Whether every check is up. */
    public boolean isReady() {
        return checks().stream().allMatch(Check::up);
    }

    /** Whether the database can be used. */
    Check database() {
        String reason = database.reason();
        return new Check("database", reason == null, reason == null ? "schema and first rows are in place" : reason);
    }

    /** Whether the feed was started and has not given up; a source that is being looked for does not count as that. */
    Check feed() {
        FeedStatus status = feed.status();
        boolean up = status.state() != FeedStatus.State.FAILED && status.state() != FeedStatus.State.IDLE;
        return new Check("feed", up, status.provider() + ": " + status.detail());
    }

    /** Whether everything that went in is accounted for, at every stage and on every connection. */
    Check pipeline() {
        String trouble = ledger.trouble();
        return new Check("pipeline", trouble == null,
            trouble == null ? "every stage and every connection balances" : "does not balance: " + trouble);
    }

    /** Whether events reach the journal; while they do not they are spilled, and nothing is lost yet. */
    Check journal() {
        JournalStatus status = journal.status();
        String waiting = status.lag() + " events wait, " + status.spilledBytes() + " bytes are spilled, "
            + status.lost() + " events are lost";
        return new Check("journal", status.isHealthy(), status.isHealthy()
            ? waiting
            : "degraded: " + waiting + (status.trouble() == null ? "" : "; " + status.trouble()));
    }
}
