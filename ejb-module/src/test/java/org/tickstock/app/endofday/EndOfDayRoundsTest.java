package org.tickstock.app.endofday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.app.ManualClock;
import org.tickstock.app.database.TestDatabase;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.universe.Universe;
import org.tickstock.engine.universe.UniverseIndex;

@ExtendWith(TestDatabase.Resolver.class)
class EndOfDayRoundsTest {

    private static final LocalDate MONDAY = LocalDate.of(2013, 10, 7);
    private static final LocalDate TUESDAY = LocalDate.of(2013, 10, 8);
    private static final Duration TO_THE_LOOK = Duration.between(
        Instant.parse("2013-10-08T13:30:00Z"), Instant.parse("2013-10-08T21:15:00Z"));

    private final ManualClock clock = new ManualClock();
    private TestDatabase database;
    private EndOfDayTables tables;

    @BeforeEach
    void start(TestDatabase given) {
        database = given.fresh();
        tables = new EndOfDayTables(database.dataSource(), false);
    }

    @Test
    void saysNothingOfADayBeforeItIsOverForLongEnough() throws Exception {
        bars(MONDAY, "own", 100);
        bars(TUESDAY, "own", 100);
        clock.advance(TO_THE_LOOK.minusSeconds(1));
        look(List.of());
        assertThat(tables.find(TUESDAY)).isEmpty();

        clock.advance(Duration.ofSeconds(1));
        look(List.of());

        EndOfDay day = tables.find(TUESDAY).orElseThrow();
        assertThat(day.state()).isEqualTo(EndOfDay.State.COMPLETE);
        assertThat(day.tracked()).isEqualTo(100);
        assertThat(day.present()).isEqualTo(100);
        assertThat(day.asOf()).isEqualTo(clock.now());
    }

    @Test
    void tellsWhoIsMissingUntilTheirBarsCome() throws Exception {
        bars(MONDAY, "own", 100);
        bars(TUESDAY, "own", 94);
        clock.advance(TO_THE_LOOK);
        look(List.of());
        EndOfDay partial = tables.find(TUESDAY).orElseThrow();
        assertThat(partial.state()).isEqualTo(EndOfDay.State.PARTIAL);
        assertThat(partial.present()).isEqualTo(94);
        assertThat(partial.missing()).containsExactly("S100", "S95", "S96", "S97", "S98", "S99");

        database.execute(insert(TUESDAY, "import", "'S95'", 10, 1000));
        clock.advance(Duration.ofMinutes(5));
        look(List.of());

        EndOfDay complete = tables.find(TUESDAY).orElseThrow();
        assertThat(complete.state()).isEqualTo(EndOfDay.State.COMPLETE);
        assertThat(complete.present()).isEqualTo(95);
        assertThat(complete.asOf()).isEqualTo(clock.now());
        clock.advance(Duration.ofMinutes(5));
        look(List.of());
        assertThat(tables.find(TUESDAY).orElseThrow()).as("nothing new").isEqualTo(complete);
    }

    @Test
    void tracksTheMembersOfUniversesWhereThatIsWanted() throws Exception {
        bars(TUESDAY, "own", 3);
        clock.advance(TO_THE_LOOK);

        look(List.of("mine"));
        EndOfDay day = tables.find(TUESDAY).orElseThrow();
        assertThat(day.missing()).containsExactly("S4");
        assertThat(day.tracked()).isEqualTo(2);

        look(List.of("nobodys"));
        assertThat(tables.find(TUESDAY).orElseThrow().state()).isEqualTo(EndOfDay.State.INSUFFICIENT);
    }

    @Test
    void cannotSayWhatIsMissingOnTheFirstDayAndSaysNothingOfThoseBefore() throws Exception {
        bars(TUESDAY, "own", 3);
        clock.advance(TO_THE_LOOK);

        look(List.of());

        assertThat(tables.newest(30)).singleElement().satisfies(day -> {
            assertThat(day.tradeDate()).isEqualTo(TUESDAY);
            assertThat(day.state()).isEqualTo(EndOfDay.State.INSUFFICIENT);
        });
    }

    @Test
    void holdsImportedDaysAgainstOurOwn() throws Exception {
        bars(MONDAY, "own", 4);
        bars(TUESDAY, "own", 4);
        database.execute(insert(TUESDAY, "import", "'S1'", 10, 1020));
        database.execute(insert(TUESDAY, "import", "'S2'", 10.01, 1000));
        database.execute(insert(TUESDAY, "import", "'S3'", 10, 1021));
        clock.advance(TO_THE_LOOK);

        look(List.of());

        EndOfDay day = tables.find(TUESDAY).orElseThrow();
        assertThat(day.compared()).isEqualTo(3);
        assertThat(day.differing()).isEqualTo(2);
        assertThat(day.differences()).containsExactly(
            "S2 2013-10-08 open/high/low/close/volume, imported and our own: "
                + "10.01/10.01/10.01/10.01/1000 and 10/10/10/10/1000",
            "S3 2013-10-08 open/high/low/close/volume, imported and our own: 10/10/10/10/1021 and 10/10/10/10/1000");
    }

    @Test
    void keepsInventedDaysApart() throws Exception {
        bars(MONDAY, "own", 2);
        bars(TUESDAY, "own", 2);
        database.execute("UPDATE ohlcv_daily SET is_invented = true");
        clock.advance(TO_THE_LOOK);
        look(List.of());
        assertThat(tables.newest(30)).isEmpty();

        EndOfDayTables invented = new EndOfDayTables(database.dataSource(), true);
        rounds(invented, List.of()).look(clock.nowNs(), clock.now(), UniverseIndex.EMPTY);

        assertThat(invented.newest(30)).extracting(EndOfDay::tradeDate).containsExactly(TUESDAY, MONDAY);
        assertThat(tables.newest(30)).isEmpty();
    }

    private void look(List<String> tracked) throws Exception {
        UniverseIndex universes =
            UniverseIndex.of(List.of(new Universe("mine", "Mine", List.of("S1", "S4"))), SymbolTable.of(List.of()));
        rounds(tables, tracked).look(clock.nowNs(), clock.now(), universes);
    }

    private static EndOfDayRounds rounds(EndOfDayTables tables, List<String> tracked) {
        EndOfDaySettings settings = new EndOfDaySettings(75, 95, tracked);
        return new EndOfDayRounds(tables, new TradeDates(new NewYorkCalendar(), 75), settings, 2);
    }

    private void bars(LocalDate day, String source, int symbols) {
        database.execute(insert(day, source, "'S' || generate_series(1, " + symbols + ")", 10, 1000));
    }

    private static String insert(LocalDate day, String source, String symbol, double price, int volume) {
        return "INSERT INTO ohlcv_daily (symbol, bar_date, source, open, high, low, close, volume) SELECT " + symbol
            + ", DATE '" + day + "', '" + source + "', " + price + ", " + price + ", " + price + ", " + price + ", "
            + volume;
    }
}
