package org.tickstock.app.journal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.tickstock.app.database.DatabaseState;
import org.tickstock.app.database.DatabaseUnavailableException;
import org.tickstock.engine.PipelineSettings;
import org.tickstock.engine.collect.EventHistory;
import org.tickstock.engine.collect.EventLog;
import org.tickstock.engine.collect.HistoryPage;
import org.tickstock.engine.market.SymbolTable;

/**
 * Every event there is, wherever it lies: in memory or in the database, of this log or of an earlier one.
 *
 * <p>Thread: any; pages for the emission timer are read on {@code concurrent/tickstock-journal}.
 * <p>Errors: {@link DatabaseUnavailableException} when only the database could answer, and it is away or behind.
 */
@ApplicationScoped
public class EventJournal implements EventHistory {

    @Resource(lookup = "java:app/concurrent/tickstock-journal")
    private ManagedScheduledExecutorService executor;
    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource dataSource;
    @Inject
    private EventLog log;
    @Inject
    private SymbolTable symbols;
    @Inject
    private DatabaseState database;
    @Inject
    private JournalWriter writer;
    @Inject
    private PipelineSettings settings;

    private JournalPages pages;

    @PostConstruct
    void open() {
        pages = new JournalPages(log, new JournalReader(dataSource), writer::status, this::numberOf,
            settings.collect().maxPerTypePerPull());
    }

    @Override
    public Future<HistoryPage> read(long epoch, long after) {
        return executor.submit(() -> {
            if (database.isReady() && !isComplete(epoch) && writer.status().trouble() == null) {
                return HistoryPage.LATER;
            }
            requireDatabase(epoch);
            return pages.history(epoch, after);
        });
    }

    /** The events that are asked for; empty when nobody knows that log. */
    public Optional<EventPage> page(EventQuery query) {
        if (query.epoch() == log.epoch()) {
            Optional<EventPage> inMemory = pages.inMemory(query, database.isReady());
            if (inMemory.isPresent()) {
                return inMemory;
            }
        }
        requireDatabase(query.epoch());
        try {
            return pages.inDatabase(query);
        } catch (SQLException fault) {
            throw new DatabaseUnavailableException("the journal cannot be read: " + fault.getMessage(), fault);
        }
    }

    /** The newest event of this id that the database holds; a tape that is replayed twice raises it twice. */
    public Optional<JournalledEvent> find(String id) {
        requireDatabase(log.epoch());
        try {
            return pages.find(id);
        } catch (SQLException fault) {
            throw new DatabaseUnavailableException("the journal cannot be read: " + fault.getMessage(), fault);
        }
    }

    private boolean isComplete(long epoch) {
        return epoch == log.epoch() || writer.earlierRunsAreIn();
    }

    /** A ticker that is gone belongs to nobody: a number that no universe has. */
    private int numberOf(String symbol) {
        int id = symbols.idOf(symbol);
        return id == SymbolTable.UNKNOWN ? Integer.MAX_VALUE : id;
    }

    private void requireDatabase(long epoch) {
        if (!database.isReady()) {
            throw new DatabaseUnavailableException(database.reason());
        }
        if (!isComplete(epoch)) {
            throw new DatabaseUnavailableException("what an earlier run left is on its way into the journal");
        }
    }
}
