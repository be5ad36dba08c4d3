package org.tickstock.app.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Holds imported days against our own: prices must be equal, volumes within a tolerance, since shares of a day may
 * count auctions and late trades differently. Days of the synthetic market are never held against real ones.
 *
 * @param compared days that there were on both sides
 * @param differing those that differ, each in words
 */
public record DayDifferences(int compared, List<String> differing) {

    private static final String BOTH = " FROM %s i JOIN ohlcv_daily o "
        + "ON o.symbol = i.symbol AND o.bar_date = i.bar_date AND o.source = 'own' WHERE NOT o.is_invented AND ";
    private static final String DIFFERS = """
        ((i.open, i.high, i.low, i.close) IS DISTINCT FROM (o.open, o.high, o.low, o.close)
            OR abs(i.volume - o.volume) > ?::numeric / 100 * i.volume)""";
    private static final String IN_WORDS = """
        o.symbol || ' ' || o.bar_date || ' open/high/low/close/volume, imported and our own: '
            || concat_ws('/', trim_scale(i.open), trim_scale(i.high), trim_scale(i.low), trim_scale(i.close),
                trim_scale(i.volume)) || ' and '
            || concat_ws('/', trim_scale(o.open), trim_scale(o.high), trim_scale(o.low), trim_scale(o.close),
                trim_scale(o.volume))""";
    private static final String IN_ORDER = " ORDER BY o.symbol, o.bar_date";
    private static final String OF_DAY = "SELECT CASE WHEN " + DIFFERS + " THEN " + IN_WORDS + " END"
        + BOTH.formatted("ohlcv_daily") + "i.source = 'import' AND i.bar_date = ?" + IN_ORDER;

    /** What differs on one day. */
    public static DayDifferences on(LocalDate day, Connection connection, double volumeTolerancePct)
            throws SQLException {
        try (PreparedStatement told = connection.prepareStatement(OF_DAY)) {
            told.setDouble(1, volumeTolerancePct);
            told.setObject(2, day);
            List<String> all = words(told);
            return new DayDifferences(all.size(), all.stream().filter(Objects::nonNull).toList());
        }
    }

    /** What differs of the days in a table that is being imported, each in words. */
    static List<String> ofStaged(Connection connection, String table, double volumeTolerancePct) throws SQLException {
        try (PreparedStatement told = connection.prepareStatement(
                "SELECT " + IN_WORDS + BOTH.formatted(table) + DIFFERS + IN_ORDER)) {
            told.setDouble(1, volumeTolerancePct);
            return words(told);
        }
    }

    private static List<String> words(PreparedStatement statement) throws SQLException {
        List<String> words = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                words.add(rows.getString(1));
            }
        }
        return words;
    }
}
