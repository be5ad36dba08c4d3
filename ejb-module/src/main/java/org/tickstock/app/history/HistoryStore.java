package org.tickstock.app.history;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.tickstock.app.database.DatabaseUnavailableException;
import org.tickstock.engine.state.DailyHistory;
import org.tickstock.engine.state.Instrument;

/**
 * What the state of the market is computed from.
 *
 * <p>Thread: any.
 * <p>Errors: {@link DatabaseUnavailableException} when it cannot be read.
 */
@ApplicationScoped
public class HistoryStore {

    private static final String NEWEST = "SELECT max(bar_date) FROM ohlcv_daily WHERE ? OR NOT is_invented";
    private static final String LOADED = "SELECT count(*) FROM history_imports WHERE state = 'done'";

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource dataSource;

    /** For the container, which injects the connections. */
    public HistoryStore() {
        this(null);
    }

    /** A store over these connections. */
    public HistoryStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Every symbol's adjusted daily bars of so many calendar days up to {@code lastDay}, that included. */
    public Map<String, DailyHistory> dailyHistories(LocalDate lastDay, int calendarDays, boolean withInvented) {
        try {
            return new DailyHistoryReader(dataSource).read(lastDay, calendarDays, withInvented);
        } catch (SQLException fault) {
            throw new DatabaseUnavailableException("daily bars cannot be read: " + fault.getMessage(), fault);
        }
    }

    /** The newest day of which there is a daily bar. */
    public Optional<LocalDate> newestDay(boolean withInvented) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(NEWEST)) {
            statement.setBoolean(1, withInvented);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, LocalDate.class));
            }
        } catch (SQLException fault) {
            throw new DatabaseUnavailableException("daily bars cannot be read: " + fault.getMessage(), fault);
        }
    }

    /** Grows with every import that changed something. */
    public long importsLoaded() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(LOADED);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException fault) {
            throw new DatabaseUnavailableException("imports cannot be read: " + fault.getMessage(), fault);
        }
    }

    /** Every symbol with its sector, industry and market capitalisation, as far as they are known. */
    public List<Instrument> instruments() {
        try {
            return SymbolTables.all(dataSource);
        } catch (SQLException fault) {
            throw new DatabaseUnavailableException("symbols cannot be read: " + fault.getMessage(), fault);
        }
    }
}
