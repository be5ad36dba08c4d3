package org.tickstock.app.state;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.tickstock.app.database.DatabaseState;
import org.tickstock.app.database.DatabaseUnavailableException;
import org.tickstock.app.feed.FeedSettings;
import org.tickstock.app.feed.FeedSettings.Provider;
import org.tickstock.engine.state.RegimeImpact;

/**
 * What was written of stages and conditions.
 *
 * <p>Thread: any.
 * <p>Errors: {@link DatabaseUnavailableException} while the database is away.
 */
@ApplicationScoped
public class StateArchive {

    private static final LocalDate EVER = LocalDate.ofEpochDay(0);
    private static final LocalDate NEVER = LocalDate.of(9999, 1, 1);

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource dataSource;
    @Inject
    private DatabaseState database;
    @Inject
    private FeedSettings feed;

    private StateTables tables;

    @PostConstruct
    void open() {
        tables = new StateTables(dataSource, feed.provider() == Provider.SYNTHETIC);
    }

    private interface Reading<T> {
        T read() throws SQLException;
    }

    /** Changes of stages of these symbols, both days included, the newest first; null: without a bound. */
    public List<StageLine> stages(Collection<String> symbols, LocalDate from, LocalDate to, int limit) {
        return answer(() -> tables.lines(symbols, from(from), to(to), limit));
    }

    /** Conditions of a universe minute by minute, both days included, the newest first; null: without a bound. */
    public List<ConditionsAt> conditions(String universe, LocalDate from, LocalDate to, int limit) {
        return answer(() -> tables.minutes(universe, from(from), to(to), limit));
    }

    /** What regimes of a universe meant for the day after, over all that is known. */
    public List<RegimeImpact> impacts(String universe) {
        return RegimeImpact.of(answer(() -> tables.closes(universe, EVER, NEVER, Integer.MAX_VALUE)).stream()
            .map(at -> new RegimeImpact.Day(at.day(), at.previousDay(), at.conditions().regime(),
                at.conditions().benchmarkPct(), at.advancePct())).toList());
    }

    private <T> T answer(Reading<T> reading) {
        if (!database.isReady()) {
            throw new DatabaseUnavailableException(database.reason());
        }
        try {
            return reading.read();
        } catch (SQLException fault) {
            throw new DatabaseUnavailableException("state history cannot be read: " + fault.getMessage(), fault);
        }
    }

    private static LocalDate from(LocalDate from) {
        return from == null ? EVER : from;
    }

    private static LocalDate to(LocalDate to) {
        return to == null ? NEVER : to;
    }
}
