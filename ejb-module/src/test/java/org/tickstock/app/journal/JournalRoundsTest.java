package org.tickstock.app.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tickstock.app.ManualClock;
import org.tickstock.app.database.TestDatabase;
import org.tickstock.engine.collect.EventLog;
import org.tickstock.engine.collect.EventLogSettings;

@ExtendWith(TestDatabase.Resolver.class)
class JournalRoundsTest {

    private static final String AWAY = "database away";
    private static final int CAPACITY = 1_000;

    @TempDir
    private Path folder;
    private TestDatabase database;
    private final ManualClock clock = new ManualClock();
    private EventLog log = log(7);
    private SpillFile spill;
    private JournalRounds rounds;

    @BeforeEach
    void start(TestDatabase given) throws IOException {
        database = given.fresh();
        open();
    }

    @AfterEach
    void stop() throws IOException {
        spill.close();
    }

    @Test
    void writesEveryEventOnceInOrderAndSaysHowFarItIs() throws SQLException {
        append(750);
        rounds.run(null);
        rounds.run(null);
        append(3);
        rounds.run(null);

        assertThat(offsets(7)).isEqualTo(sequence(1, 753));
        assertThat(rounds.status()).isEqualTo(new JournalStatus(753, 0, 753, 0, 0, null, false));
        assertThat(texts("SELECT body FROM event_journal WHERE log_offset = 8"))
            .containsExactly("{" + new String(log.read(7, 1).messages().get(0).body(), StandardCharsets.UTF_8));
        assertThat(texts("SELECT body::jsonb ->> 'symbol' || trade_date || event_type || direction "
            + "FROM event_journal WHERE log_offset = 2")).containsExactly("AAPL2013-10-08lowdown");
    }

    @Test
    void spillsWhileTheDatabaseIsAwayAndCatchesUpInOrder() throws SQLException {
        append(10);
        rounds.run(null);
        for (int part = 0; part < 5; part++) {
            append(900);
            rounds.run(AWAY);
        }
        assertThat(rounds.status().trouble()).isEqualTo(AWAY);
        assertThat(rounds.status().lag()).isEqualTo(4_500);
        assertThat(rounds.status().spilledBytes()).isPositive();
        append(5);

        rounds.run(null);

        assertThat(offsets(7)).isEqualTo(sequence(1, 4_515));
        assertThat(rounds.status()).isEqualTo(new JournalStatus(4_515, 0, 4_515, 0, 0, null, false));
    }

    @Test
    void declaresOnlyWhatNeitherMemoryNorTheFileCouldHold() throws IOException, SQLException {
        spill.close();
        Files.delete(folder.resolve("journal.spill"));
        spill = SpillFile.open(folder.resolve("journal.spill"), 65_536);
        rounds = rounds();
        append(500);
        rounds.run(AWAY);
        append(800);
        rounds.run(AWAY);
        long lost = rounds.status().lost();
        assertThat(lost).isPositive();

        rounds.run(null);

        List<Long> kept = offsets(7);
        long firstGap = number("SELECT from_offset FROM event_journal_gaps");
        long lastGap = number("SELECT to_offset FROM event_journal_gaps");
        assertThat(lastGap - firstGap + 1).isEqualTo(lost);
        assertThat(kept.size() + lost).isEqualTo(1_300);
        assertThat(kept).doesNotContain(firstGap, lastGap).contains(firstGap - 1, lastGap + 1, 1L, 1_300L);
        assertThat(rounds.status().lost()).isEqualTo(lost);
    }

    @Test
    void journalsWhatAnEarlierRunLeftBeforeItsOwn() throws IOException, SQLException {
        append(40);
        rounds.run(null);
        append(2);
        rounds.finish(AWAY);
        spill.close();

        log = log(8);
        open();
        append(3);
        assertThat(rounds.earlierRunsAreIn()).isFalse();
        rounds.run(null);

        assertThat(rounds.earlierRunsAreIn()).isTrue();
        assertThat(offsets(7)).isEqualTo(sequence(1, 42));
        assertThat(offsets(8)).isEqualTo(sequence(1, 3));
        assertThat(number("SELECT last_offset FROM event_epochs WHERE epoch = 7")).isEqualTo(42);
        assertThat(number("SELECT count(*) FROM event_epochs WHERE epoch = 8 AND last_offset IS NULL")).isOne();
    }

    @Test
    void writesNothingTwiceWhenItCannotKnowWhetherTheDatabaseHasIt() throws IOException, SQLException {
        append(100);
        rounds.run(AWAY);
        byte[] spilled = Files.readAllBytes(folder.resolve("journal.spill"));
        rounds.run(null);
        spill.close();
        Files.write(folder.resolve("journal.spill"), spilled);
        log = log(8);
        open();

        rounds.run(null);

        assertThat(offsets(7)).isEqualTo(sequence(1, 100));
        assertThat(rounds.status().written()).isZero();
    }

    @Test
    void triesAgainAfterAFaultOfTheDatabase() throws SQLException {
        append(5);
        database.execute("ALTER TABLE event_journal RENAME TO elsewhere");
        rounds.run(null);
        assertThat(rounds.status().trouble()).startsWith("database: ");
        assertThat(rounds.status().isHealthy()).isFalse();
        database.execute("ALTER TABLE elsewhere RENAME TO event_journal");

        rounds.run(null);

        assertThat(offsets(7)).isEqualTo(sequence(1, 5));
        assertThat(rounds.status().isHealthy()).isTrue();
    }

    @Test
    void endsTheLogInGoodOrderWhenTheServerStops() throws SQLException {
        append(12);

        rounds.finish(null);

        assertThat(offsets(7)).hasSize(12);
        assertThat(number("SELECT last_offset FROM event_epochs WHERE epoch = 7")).isEqualTo(12);
    }

    @Test
    void keepsADayUntilItIsOlderThanItsRetention() throws SQLException {
        for (int day = 0; day < 4; day++) {
            append(10);
            rounds.run(null);
            clock.advance(Duration.ofDays(1));
        }
        append(10);
        rounds.run(null);

        assertThat(offsets(7)).isEqualTo(sequence(21, 50));
        assertThat(texts("SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid "
            + "WHERE i.inhparent = 'event_journal'::regclass ORDER BY 1")).containsExactly("event_journal_20131010",
                "event_journal_20131011", "event_journal_20131012", "event_journal_20131013");
    }

    private void open() throws IOException {
        spill = SpillFile.open(folder.resolve("journal.spill"), 1 << 24);
        rounds = rounds();
    }

    private JournalRounds rounds() {
        return new JournalRounds(
            log, new JournalTables(database.dataSource(), new JournalPartitions(2), clock), spill, 300);
    }

    private static EventLog log(long epoch) {
        return new EventLog(new EventLogSettings(CAPACITY, 100), epoch);
    }

    private void append(int count) {
        for (int i = 0; i < count; i++) {
            log.append(Messages.message(0, "AAPL", (int) log.lastOffset()));
        }
    }

    private List<Long> offsets(long epoch) throws SQLException {
        return texts("SELECT log_offset FROM event_journal WHERE epoch = " + epoch + " ORDER BY log_offset").stream()
            .map(Long::valueOf).toList();
    }

    private long number(String sql) throws SQLException {
        return Long.parseLong(texts(sql).get(0));
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static List<Long> sequence(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }
}
