package org.tickstock.app.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tickstock.app.ManualClock;
import org.tickstock.app.database.DatabaseUnavailableException;
import org.tickstock.app.database.TestDatabase;
import org.tickstock.engine.collect.EventLog;
import org.tickstock.engine.collect.EventLogSettings;
import org.tickstock.engine.collect.Gap;
import org.tickstock.engine.collect.HistoryPage;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.event.EventType;

@ExtendWith(TestDatabase.Resolver.class)
class JournalPagesTest {

    private static final long BASE_NS = 1_381_239_000_000_000_000L;

    @TempDir
    private Path folder;
    private TestDatabase database;
    private SpillFile spill;
    private EventLog log = log(7);
    private JournalRounds rounds;
    private JournalPages pages;

    @BeforeEach
    void start(TestDatabase given) throws IOException {
        database = given.fresh();
        spill = SpillFile.open(folder.resolve("journal.spill"), 1 << 24);
        open();
    }

    @AfterEach
    void stop() throws IOException {
        spill.close();
    }

    @Test
    void readsBackExactlyWhatWasWritten() throws SQLException {
        append(5);
        rounds.run(null);

        HistoryPage page = pages.history(7, 0);

        assertThat(page.batch().firstOffset()).isEqualTo(1);
        assertThat(page.batch().to()).isEqualTo(5);
        assertThat(page.batch().gap()).isNull();
        assertThat(page.batch().messages()).usingRecursiveComparison().isEqualTo(log.read(0).messages());
    }

    @Test
    void findsTheNewestEventOfAnIdInAnyLog() throws SQLException {
        append(5);
        rounds.run(null);
        DisplayMessage third = log.read(2, 1).messages().get(0);

        JournalledEvent found = pages.find(third.id()).orElseThrow();

        assertThat(found.epoch()).isEqualTo(7);
        assertThat(found.offset()).isEqualTo(3);
        assertThat(found.message()).usingRecursiveComparison().isEqualTo(third);
        assertThat(pages.find(third.id() + "0")).isEmpty();
        assertThat(pages.find("no id at all")).isEmpty();
    }

    @Test
    void givesNoMoreOfOneTypeThanAPullMayHaveAndTheRestNext() throws SQLException {
        append(50);
        rounds.run(null);
        append(50);
        rounds.run(null);
        List<Long> offsets = new ArrayList<>();
        long after = 0;
        while (after < 100) {
            HistoryPage page = pages.history(7, after);
            assertThat(page.batch().messages()).hasSizeLessThanOrEqualTo(40);
            LongStream.rangeClosed(page.batch().firstOffset(), page.batch().to()).forEach(offsets::add);
            after = page.batch().to();
        }

        assertThat(offsets).isEqualTo(LongStream.rangeClosed(1, 100).boxed().toList());
    }

    @Test
    void doesNotCallMissingWhatIsOnlyNotWrittenYet() throws SQLException {
        append(100);

        assertThat(pages.history(7, 10)).isSameAs(HistoryPage.LATER);
        rounds.run("database away");
        assertThatThrownBy(() -> pages.history(7, 10)).isInstanceOf(DatabaseUnavailableException.class);
    }

    @Test
    void endsAnEarlierLogAsItEndedAndNamesTheNext() throws SQLException {
        append(6);
        rounds.finish(null);
        restart(9);
        append(2);
        rounds.run(null);
        restart(11);

        assertThat(pages.history(7, 4).batch().to()).isEqualTo(6);
        assertThat(pages.history(7, 6).batch().gap()).isNull();
        assertThat(pages.history(7, 6).nextEpoch()).isEqualTo(9);
        assertThat(pages.history(9, 2).batch().gap()).isEqualTo(new Gap(3, Gap.NOT_KNOWN, Gap.SERVER_KILLED));
        assertThat(pages.history(9, 2).nextEpoch()).isEqualTo(11);
        assertThat(pages.history(8, 0).isKnown()).isFalse();
        assertThat(pages.history(12, 0).isKnown()).isFalse();
    }

    @Test
    void tellsAHoleBeforeWhatFollowsIt() throws SQLException {
        append(20);
        rounds.finish(null);
        database.execute("DELETE FROM event_journal WHERE log_offset IN (1, 2, 10, 11, 20)");
        restart(8);

        assertThat(pages.history(7, 0).batch().gap()).isEqualTo(new Gap(1, 2, Gap.LEFT_LOG));
        assertThat(pages.history(7, 2).batch().to()).isEqualTo(9);
        assertThat(pages.history(7, 9).batch().gap()).isEqualTo(new Gap(10, 11, Gap.LEFT_LOG));
        assertThat(pages.history(7, 19).batch().gap()).isEqualTo(new Gap(20, 20, Gap.LEFT_LOG));
        assertThat(pages.inDatabase(EventQuery.all(7, 5, 500)).orElseThrow().to()).isEqualTo(9);
        assertThat(pages.inDatabase(EventQuery.all(7, 9, 500)).orElseThrow().gap())
            .isEqualTo(new Gap(10, 11, Gap.LEFT_LOG));
    }

    @Test
    void pagesThroughMemoryAndDatabaseAlike() throws SQLException {
        append(40);
        rounds.run(null);
        for (EventQuery query : List.of(
                EventQuery.all(7, 3, 9),
                new EventQuery(7, 3, 9, "S1", null, Long.MIN_VALUE, Long.MAX_VALUE),
                new EventQuery(7, 0, 500, null, EventType.SURGE, Long.MIN_VALUE, Long.MAX_VALUE),
                new EventQuery(7, 2, 500, "S0", null, BASE_NS + 10, BASE_NS + 30))) {

            EventPage inMemory = pages.inMemory(query, true).orElseThrow();
            EventPage inDatabase = pages.inDatabase(query).orElseThrow();

            assertThat(inMemory.events()).isNotEmpty();
            assertThat(inDatabase).usingRecursiveComparison().isEqualTo(inMemory);
        }
    }

    @Test
    void leavesToTheDatabaseWhatLeftMemoryAndDeclaresItWhenThereIsNone() {
        append(200);

        assertThat(pages.inMemory(EventQuery.all(7, 5, 10), true)).isEmpty();
        assertThat(pages.inMemory(EventQuery.all(7, 5, 10), false).orElseThrow().gap())
            .isEqualTo(new Gap(6, 150, Gap.JOURNAL_AWAY));
    }

    private void restart(long epoch) {
        log = log(epoch);
        open();
    }

    private void open() {
        JournalTables tables =
            new JournalTables(database.dataSource(), new JournalPartitions(2), new ManualClock());
        rounds = new JournalRounds(log, tables, spill, 300);
        pages = new JournalPages(log, new JournalReader(database.dataSource()), rounds::status,
            symbol -> Integer.parseInt(symbol.substring(1)), 10);
    }

    private static EventLog log(long epoch) {
        return new EventLog(new EventLogSettings(50, 1_000), epoch);
    }

    private void append(int count) {
        for (int i = 0; i < count; i++) {
            int n = (int) log.lastOffset();
            log.append(Messages.message(n % 3, "S" + n % 3, n));
        }
    }
}
