package org.tickstock.app.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.tickstock.app.history.ImportRoom.first;
import static org.tickstock.app.history.ImportRoom.select;
import static org.tickstock.app.history.ImportRoom.told;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tickstock.app.database.TestDatabase;
import org.tickstock.engine.indicator.PriceBar;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.state.DailyHistory;

@ExtendWith(TestDatabase.Resolver.class)
class FileImportTest {

    private static final Path DATA = Path.of("..", "..", "shared", "data");
    private static final String HEADER = "symbol,date,open,high,low,close,volume,adj_close\n";

    @TempDir
    private Path folder;
    private TestDatabase database;
    private FileImport files;

    @BeforeEach
    void start(TestDatabase given) {
        database = given.fresh();
        files = new FileImport(database.dataSource(), new NewYorkCalendar(), 2, () -> { });
    }

    @Test
    void loadsBarsAndTellsEveryRowThatItLeavesOut() throws Exception {
        JsonObject told = load(HEADER
            + "AAPL,2013-10-07,69.5,70.3,69.3,69.68,111,69.68\n"
            + "AAPL,2013-10-08,70,70,71,70,1,70\n"
            + "AAPL,2013-10-09,69.2,69.7,68.3,69.51,1.5,\n"
            + "AAPL,2013-10-12,69.2,69.7,68.3,69.51,1,69.51\n"
            + "AAPL,2013-10-09,1,1,1,1,1,1\n"
            + "aapl,2013-10-09,1,1,1,1,1,1\n"
            + "AAPL,2013-13-09,1,1,1,1,1,1\n"
            + "AAPL,2013-10-10,0,1,1,1,1,1\n"
            + "AAPL,2013-10-10,1,1\n"
            + "AAPL,2013-10-14,34.9,35,34.5,34.75,1,\n");

        assertThat(select(database, "SELECT bar_date, trim_scale(open), trim_scale(close), trim_scale(adj_close), "
            + "trim_scale(volume), source FROM ohlcv_daily ORDER BY 1")).containsExactly(
                "2013-10-07 69.5 69.68 69.68 111 import", "2013-10-09 69.2 69.51 null 1.5 import",
                "2013-10-14 34.9 34.75 null 1 import");
        assertThat(told.getString("state")).isEqualTo("done");
        assertThat(told.getInt("rows_read")).isEqualTo(10);
        assertThat(told.getInt("rows_changed")).isEqualTo(3);
        assertThat(told.getInt("rows_refused")).isEqualTo(7);
        assertThat(first(told, "bad_rows")).containsExactly(
            "line 3: low must be the lowest price, was '71'", "line 7: symbol must be a ticker, was 'aapl'",
            "line 8: date must be a date like 2013-10-08, was '2013-13-09'", "line 9: open must be > 0, was '0'",
            "line 10: low must be a number from 0 to 10000000 with at most 6 decimals, was ''");
        assertThat(first(told, "ghost_days"))
            .containsExactly("line 5: AAPL has a bar on 2013-10-12, on which the exchange was closed");
        assertThat(first(told, "duplicates")).containsExactly("line 6: AAPL 2013-10-09 was told in line 4");
        assertThat(first(told, "gaps")).containsExactly(
            "AAPL has no bar on 1 trading days after 2013-10-07 and before 2013-10-09",
            "AAPL has no bar on 2 trading days after 2013-10-09 and before 2013-10-14");
        assertThat(first(told, "split_like_jumps")).containsExactly("AAPL 2013-10-14 closes at 34.75 after 69.51");
    }

    @Test
    void loadsTheSameFileOnceAndAChangedOneForItsChanges() throws Exception {
        String rows = HEADER + "A,2013-10-07,1,1,1,1,1,1\nA,2013-10-08,1,1,1,1,1,1\n";
        assertThat(load(rows).getInt("rows_changed")).isEqualTo(2);

        JsonObject again = load(rows);
        JsonObject changed = load(rows.replace("08,1,1,1,1,1,1", "08,1,2,1,2,1,1") + "A,2013-10-09,1,1,1,1,1,1\n");

        assertThat(again.getString("state")).isEqualTo("unchanged");
        assertThat(changed.getInt("rows_changed")).isEqualTo(2);
        assertThat(select(database, "SELECT trim_scale(close) FROM ohlcv_daily ORDER BY bar_date"))
            .containsExactly("1", "2", "1");
    }

    @Test
    void loadsNothingOfAFileThatBreaksOff() throws Exception {
        load(HEADER + "A,2013-10-07,1,1,1,1,1,1\n");
        Path cut = folder.resolve("cut.csv.gz");
        Path whole = DATA.resolve("daily").resolve("daily_market_2017-03a.csv.gz");
        assumeTrue(Files.isReadable(whole), "market data is not at hand");
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));

        JsonObject told = run(cut);

        assertThat(told.getString("state")).isEqualTo("failed");
        assertThat(told.getString("trouble")).isNotEmpty();
        assertThat(select(database, "SELECT count(*) FROM ohlcv_daily")).containsExactly("1");
        assertThat(select(database, "SELECT count(*) FROM history_chunks")).containsExactly("1");
        assertThat(run(whole).getString("state")).isEqualTo("done");
    }

    @Test
    void loadsTwoYearsOfRealBarsAndReadsThemAdjusted() throws Exception {
        Path file = DATA.resolve("daily").resolve("daily_sp500_2015_2017.csv.gz");
        assumeTrue(Files.isReadable(file), "market data is not at hand");
        long startNs = System.nanoTime();
        JsonObject told = run(file);
        long loadedNs = System.nanoTime();

        Map<String, DailyHistory> histories =
            new DailyHistoryReader(database.dataSource()).read(LocalDate.of(2017, 3, 31), 400, false);
        System.out.printf("daily bars: %d rows imported in %d ms, 400 days read in %d ms%n", told.getInt("rows_read"),
            (loadedNs - startNs) / 1_000_000, (System.nanoTime() - loadedNs) / 1_000_000);

        assertThat(told.getString("state")).isEqualTo("done");
        assertThat(told.getInt("rows_read")).isEqualTo(119_012);
        assertThat(told.getInt("rows_refused")).isEqualTo(1);
        assertThat(first(told, "ghost_days")).containsExactly(
            "line 79105: ON has a bar on 2015-04-03, on which the exchange was closed");
        assertThat(first(told, "gaps"))
            .contains("AIG has no bar on 1 trading days after 2016-09-02 and before 2016-09-07");
        // One of the 235 had left the list before those days.
        assertThat(histories).hasSize(234);
        DailyHistory abbv = histories.get("ABBV");
        assertThat(LocalDate.ofEpochDay(abbv.day(abbv.size() - 1))).isEqualTo("2017-03-31");
        assertThat(abbv.size()).isBetween(270, 280);
    }

    @Test
    void putsImportedMinutesInThePlaceOfOurOwnAndRollsThemUp() throws Exception {
        long openMs = 1_381_239_000_000L;
        String rows = "symbol,ts_ms,open,high,low,close,volume\n"
            + "AIG," + openMs + ",49.5,49.6,49.4,49.55,1000\n"
            + "AIG," + (openMs + 60_000) + ",49.55,49.7,49.5,49.6,500.5\n"
            + "AIG," + (openMs + 60_000) + ",1,1,1,1,1\n"
            + "AIG," + (openMs + 60_001) + ",1,1,1,1,1\n"
            + "AIG," + (openMs + 43_200_000) + ",1,1,1,1,1\n";

        JsonObject told = load(rows);

        assertThat(told.getString("kind")).isEqualTo("minute");
        assertThat(told.getInt("rows_changed")).isEqualTo(2);
        assertThat(first(told, "bad_rows")).containsExactly(
            "line 5: ts_ms must be the start of a minute from 1998 on, in epoch milliseconds, was '1381239060001'",
            "line 6: ts_ms must be in a session of the market, was '1381282200000'");
        assertThat(first(told, "duplicates")).hasSize(1);
        assertThat(select(database,
            "SELECT session, state, trim_scale(close), trim_scale(volume), trades FROM ohlcv_1min ORDER BY ts"))
            .containsExactly("REGULAR imported 49.55 1000 null", "REGULAR imported 49.6 500.5 null");
        assertThat(select(database, "SELECT trim_scale(open), trim_scale(high), trim_scale(low), trim_scale(close), "
            + "trim_scale(volume), source FROM ohlcv_daily")).containsExactly("49.5 49.7 49.4 49.6 1500.5 own");
        assertThat(load(rows.replace("49.6,500.5", "49.65,500.5")).getInt("rows_changed")).isEqualTo(2);
        assertThat(select(database, "SELECT trim_scale(close) FROM ohlcv_5min")).containsExactly("49.65");

        JsonObject day = load(HEADER + "AIG,2013-10-08,49.5,49.75,49.4,49.65,1500,\n");
        assertThat(first(day, "differences")).containsExactly("AIG 2013-10-08 "
            + "open/high/low/close/volume, imported and our own: 49.5/49.75/49.4/49.65/1500 and "
            + "49.5/49.7/49.4/49.65/1500.5");
    }

    @Test
    void readsEveryFigureAsTheFileHasItAndTheImportedDayFirst() throws Exception {
        database.execute("INSERT INTO ohlcv_daily "
            + "(symbol, bar_date, source, open, high, low, close, volume, is_invented) "
            + "VALUES ('A', '2013-10-07', 'own', 5, 6, 4, 5, 1, false), "
            + "('A', '2013-10-09', 'own', 5, 6, 4, 5, 1, false), ('A', '2013-10-10', 'own', 7, 7, 7, 7, 1, true)");
        load(HEADER + "A,2013-10-07,0.000001,1234567.890123,0.000001,49.610001,12345678901.5,\n"
            + "A,2013-10-08,100,10000,100,1000,0,10\nB,2013-10-08,0.29,0.3,0.1,0.1,120000000,\n");

        Map<String, DailyHistory> read =
            new DailyHistoryReader(database.dataSource()).read(LocalDate.of(2013, 10, 10), 30, false);

        DailyHistory bars = read.get("A");
        assertThat(bars.size()).isEqualTo(3);
        assertThat(bars.bar(0)).isEqualTo(
            new PriceBar(0.000001, 1_234_567.890123, 0.000001, 49.610001, 12_345_678_901.5));
        assertThat(bars.bar(1)).isEqualTo(new PriceBar(1, 100, 1, 10, 0));
        assertThat(bars.bar(2)).isEqualTo(new PriceBar(5, 6, 4, 5, 1));
        assertThat(read.get("B").bar(0)).isEqualTo(new PriceBar(0.29, 0.3, 0.1, 0.1, 120_000_000));
        assertThat(new DailyHistoryReader(database.dataSource()).read(LocalDate.of(2013, 10, 10), 30, true)
            .get("A").size()).isEqualTo(4);
    }

    @Test
    void takesFilesFromBelowItsFolderOnly() throws IOException {
        Files.writeString(folder.resolve("a.csv"), HEADER);
        Path outside = Files.createTempFile("outside", ".csv");
        Files.createSymbolicLink(folder.resolve("link.csv"), outside);

        ImportFolder importable = new ImportFolder(folder);
        assertThat(importable.file("a.csv").path()).isEqualTo(folder.resolve("a.csv"));
        for (String name : List.of("../" + outside.getFileName(), outside.toString(), "link.csv", "b.csv", "", ".")) {
            assertThatThrownBy(() -> importable.file(name)).isInstanceOf(RefusedImportException.class)
                .hasMessageStartingWith("file must be a .csv or .csv.gz below the import folder, was ");
        }
        Files.delete(outside);
    }

    private JsonObject load(String text) throws Exception {
        Path file = folder.resolve("rows.csv");
        Files.writeString(file, text);
        return run(file);
    }

    private JsonObject run(Path file) throws Exception {
        ImportProgress progress = new ImportProgress(file.getFileName().toString(), Files.size(file));
        long id = files.run(ImportFile.of(file, progress.origin()), progress);
        assertThat(progress.phase()).isEqualTo(ImportProgress.Phase.ENDED);
        return told(database, id);
    }
}
