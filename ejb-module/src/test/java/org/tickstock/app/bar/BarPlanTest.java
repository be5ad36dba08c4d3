package org.tickstock.app.bar;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.app.database.TestDatabase;
import org.tickstock.engine.bar.Bar;
import org.tickstock.engine.market.MarketSession;

/**
 * How the database goes about the writer's statements when its statistics are older than the minutes that are read,
 * as they are in every session between two of its own analyses: it then takes those minutes for a handful of rows.
 */
@ExtendWith(TestDatabase.Resolver.class)
class BarPlanTest {

    private static final int SYMBOLS = 2_000;
    private static final int KNOWN_MINUTES = 120;
    private static final int NEW_MINUTES = 5;
    private static final Pattern STEP = Pattern.compile("actual time=\\S+ rows=(\\d+)(?:\\.\\d+)? loops=(\\d+)");
    private static final Instant FROM = instant(KNOWN_MINUTES);
    private static final Instant TO = instant(KNOWN_MINUTES + NEW_MINUTES);

    private TestDatabase database;

    @BeforeEach
    void writeMoreThanTheStatisticsKnow(TestDatabase given) throws SQLException {
        database = given.fresh();
        new BarTables(database.dataSource(), new BarPartitions(90, 730)).write(
            new BarRun(1, "massive", false, BarRows.at(0), BarRows.at(61)), minute(0));
        fill(1, KNOWN_MINUTES);
        database.execute("ANALYZE");
        fill(KNOWN_MINUTES, KNOWN_MINUTES + NEW_MINUTES);
    }

    @Test
    void looksEachStagedBarUpByItsKeyInsteadOfComparingAllWithAll() throws SQLException {
        List<String> statements = new ArrayList<>(BarRollUp.STATEMENTS);
        statements.add(BarUpsert.JUDGE.replace("?", "1"));

        for (String statement : statements) {
            assertThat(mostRows(statement)).as(statement).isLessThanOrEqualTo(2L * SYMBOLS * NEW_MINUTES);
        }
    }

    /** Minutes [from, to) after the opening. */
    private void fill(int from, int to) {
        for (String table : List.of("ohlcv_1min", "ohlcv_5min")) {
            database.execute(("INSERT INTO %s SELECT (jsonb_populate_record(m, jsonb_build_object('ts', t))).*"
                + " FROM %s m, generate_series(TIMESTAMPTZ '%s', TIMESTAMPTZ '%s', '1 minute') t"
                + " WHERE m.ts = TIMESTAMPTZ '%s' ON CONFLICT DO NOTHING")
                .formatted(table, table, instant(from), instant(to - 1), instant(0)));
        }
    }

    /** How many rows the busiest step of a statement's plan handled, the last new minute being staged. */
    private long mostRows(String statement) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            BarTables.stage(connection, minute(KNOWN_MINUTES + NEW_MINUTES - 1));
            try (Statement explain = connection.createStatement();
                    ResultSet lines = explain.executeQuery("EXPLAIN (ANALYZE) "
                        + statement.formatted("TIMESTAMPTZ '" + FROM + "'", "TIMESTAMPTZ '" + TO + "'"))) {
                List<String> plan = new ArrayList<>();
                while (lines.next()) {
                    plan.add(lines.getString(1));
                }
                return STEP.matcher(String.join("\n", plan)).results().mapToLong(BarPlanTest::rows).max().orElseThrow();
            } finally {
                connection.rollback();
            }
        }
    }

    private static long rows(MatchResult step) {
        return Long.parseLong(step.group(1)) * Long.parseLong(step.group(2));
    }

    private static List<BarRow> minute(int minute) {
        return IntStream.range(0, SYMBOLS).mapToObj(symbol -> new BarRow("S" + symbol, new Bar(symbol, 15_986,
            MarketSession.REGULAR, BarRows.at(minute * 60), 11_000_000L, 19_000_000L, 10_000_000L, 15_000_000L,
            100_000_000L, 12, 0, Bar.State.PROVISIONAL, true), true)).toList();
    }

    private static Instant instant(int minute) {
        return Instant.ofEpochSecond(0, BarRows.at(minute * 60));
    }
}
