package org.tickstock.app.endofday;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.tickstock.app.database.DatabaseState;
import org.tickstock.app.database.DatabaseUnavailableException;
import org.tickstock.app.feed.FeedSettings;
import org.tickstock.app.history.ImportSettings;
import org.tickstock.app.universe.UniverseIndexHolder;
import org.tickstock.engine.Pipeline;
import org.tickstock.engine.feed.MarketDataFeed;
import org.tickstock.engine.market.SessionCalendar;
import org.tickstock.engine.time.EpochClock;

/**
 * Looks every five minutes at the days that are over, and tells what came of them.
 *
 * <p>How late it is says the clock for the live market, the feed's own time for a replay and the synthetic market; a
 * tape that was read to its end has ended its day. A timer that stays silent does no harm: the next look catches up.
 * <p>Thread: an EJB timer looks, one at a time; any thread asks.
 * <p>Errors: a look that fails is logged, the next one looks again; {@link DatabaseUnavailableException} to who asks.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EndOfDayDesk {

    private static final Logger LOG = System.getLogger(EndOfDayDesk.class.getName());
    private static final int SHOWN = 30;

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource dataSource;
    @Inject
    private EndOfDaySettings settings;
    @Inject
    private ImportSettings imports;
    @Inject
    private FeedSettings feedSettings;
    @Inject
    private SessionCalendar calendar;
    @Inject
    private UniverseIndexHolder universes;
    @Inject
    private DatabaseState database;
    @Inject
    private Pipeline pipeline;
    @Inject
    private MarketDataFeed feed;
    @Inject
    private EpochClock clock;

    private EndOfDayTables tables;
    private TradeDates dates;
    private EndOfDayRounds rounds;

    @PostConstruct
    void open() {
        tables = new EndOfDayTables(dataSource, feedSettings.provider() == FeedSettings.Provider.SYNTHETIC);
        dates = new TradeDates(calendar, settings.delayMinutes());
        rounds = new EndOfDayRounds(tables, dates, settings, imports.volumeTolerancePct());
    }

    /** Looks once. */
    @Schedule(minute = "*/5", hour = "*", persistent = false)
    public synchronized void look() {
        try {
            long marketNs = marketNs();
            if (marketNs > 0 && database.isReady()) {
                rounds.look(marketNs, Instant.ofEpochSecond(0, clock.nowNs()), universes.current());
            }
        } catch (SQLException | RuntimeException fault) {
            LOG.log(Level.WARNING, "end of day not looked at why={0}", fault.getMessage());
        }
    }

    private long marketNs() {
        return feedSettings.provider() == FeedSettings.Provider.MASSIVE ? clock.nowNs()
            : dates.heardNs(pipeline.feedTimeNs(), feed.status().state());
    }

    /** The newest days first. */
    public List<EndOfDay> newest() {
        requireDatabase();
        try {
            return tables.newest(SHOWN);
        } catch (SQLException fault) {
            throw unreadable(fault);
        }
    }

    /** One day; empty for one that was not looked at. */
    public Optional<EndOfDay> of(LocalDate day) {
        requireDatabase();
        try {
            return tables.find(day);
        } catch (SQLException fault) {
            throw unreadable(fault);
        }
    }

    private void requireDatabase() {
        if (!database.isReady()) {
            throw new DatabaseUnavailableException(database.reason());
        }
    }

    private static DatabaseUnavailableException unreadable(SQLException fault) {
        return new DatabaseUnavailableException("days cannot be read: " + fault.getMessage(), fault);
    }
}
