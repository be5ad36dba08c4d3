package org.tickstock.app.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.tickstock.app.history.ImportRoom.first;
import static org.tickstock.app.history.ImportRoom.select;
import static org.tickstock.app.history.ImportRoom.told;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tickstock.app.database.TestDatabase;
import org.tickstock.app.universe.ImportedUniverses;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.ReferenceData;
import org.tickstock.engine.state.Instrument;

/** Symbols and universes from files. */
@ExtendWith(TestDatabase.Resolver.class)
class ReferenceImportTest {

    private static final Path REFERENCE = Path.of("..", "..", "shared", "data", "reference");
    private static final String MEMBERS = "SELECT u.name, u.title, m.symbol FROM universes u "
        + "JOIN universe_members m ON m.universe_id = u.id ORDER BY u.name, m.position";

    @TempDir
    private Path folder;
    private TestDatabase database;
    private FileImport files;
    private int changes;

    @BeforeEach
    void start(TestDatabase given) throws Exception {
        database = given.fresh();
        files = new FileImport(database.dataSource(), new NewYorkCalendar(), 2, () -> changes++);
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            SymbolTables.ship(ReferenceData.load().listings(), connection);
            connection.commit();
        }
    }

    @Test
    void addsWhatAnOperatorTellsToTheShippedSymbols() throws Exception {
        int shipped = SymbolTables.all(database.dataSource()).size();

        JsonObject told = load("symbol,name,sector,industry,exchange,market_cap,country\n"
            + "AAPL,Apple,Technology,Computers,NASDAQ,2488795282370,United States\n"
            + "NEWCO,\"New, Co \\ \"\"Ltd\"\"\",Energy,Oil,NYSE,,\n"
            + "BAD*L,x,,,,1,\n" + "AIG,x,,,,-5,\n" + "NEWCO,again,,,,,\n");

        assertThat(told.getInt("rows_changed")).isEqualTo(2);
        assertThat(first(told, "bad_rows")).containsExactly("line 4: symbol must be a ticker, was 'BAD*L'",
            "line 5: market_cap must be USD >= 0, was '-5'");
        assertThat(first(told, "duplicates")).containsExactly("line 6: NEWCO was told in line 3");
        assertThat(all()).hasSize(shipped + 1);
        Instrument apple = instrument("AAPL");
        assertThat(apple.marketCapUsd()).isEqualTo(2_488_795_282_370.0);
        assertThat(apple.sector()).as("GICS stays").isEqualTo("Information Technology");
        assertThat(instrument("NEWCO").name()).isEqualTo("New, Co \\ \"Ltd\"");
        assertThat(instrument("NEWCO").marketCapUsd()).isNaN();
        assertThat(changes).isEqualTo(1);
    }

    @Test
    void takesFundFlagsAndGicsSectorsFromWhoTellsThem() throws Exception {
        JsonObject told = load("Symbol,Security,GICS Sector,GICS Sub-Industry\nAAPL,Apple,Energy,Oil\nBRK/B,x,,\n");
        JsonObject funds = load("symbol,name,etf\nAAPL,,Y\nSPY,,N\nAIG,,maybe\n");

        assertThat(told.getInt("rows_changed")).isEqualTo(1);
        assertThat(instrument("AAPL").sector()).isEqualTo("Energy");
        assertThat(instrument("BRK.B").sector()).isEqualTo("Financials");
        assertThat(instrument("AAPL").etf()).isTrue();
        assertThat(instrument("SPY").etf()).isFalse();
        assertThat(first(funds, "bad_rows")).containsExactly("line 4: etf must be Y or N, was 'maybe'");
    }

    @Test
    void readsTheListsThatThereAre() throws Exception {
        assumeTrue(Files.isDirectory(REFERENCE), "market data is not at hand");

        JsonObject gics = run(ImportFile.of(REFERENCE.resolve("sp500_constituents_gics.csv"), "gics"));
        JsonObject tickers = run(ImportFile.of(REFERENCE.resolve("us_tickers_pddl.csv"), "tickers"));
        JsonObject caps = run(ImportFile.of(REFERENCE.resolve("us_tickers_full.csv"), "caps"));
        JsonObject again = run(ImportFile.of(REFERENCE.resolve("us_tickers_full.csv"), "caps"));

        assertThat(gics.getString("state")).as("what is shipped").isEqualTo("unchanged");
        assertThat(tickers.getInt("rows_read")).isEqualTo(13_113);
        assertThat(first(tickers, "bad_rows")).as("the list's own last line").singleElement().asString()
            .endsWith("symbol must be a ticker, was 'File Creation Time: 0731202621'");
        assertThat(caps.getInt("rows_read")).isEqualTo(7_182);
        assertThat(caps.getInt("rows_refused")).isZero();
        assertThat(caps.getInt("rows_changed")).isPositive();
        assertThat(again.getString("state")).isEqualTo("unchanged");
    }

    @Test
    void putsUniversesInThePlaceOfThoseOfTheSameName() throws Exception {
        JsonObject told = load("universe,title,symbol\nmine,My own,AAPL\nmine,,MSFT\nmine,,AAPL\nother,,SPY\n"
            + "Mine,,AIG\nmine,,b@d\nmine,,NEWCO\n");

        assertThat(told.getString("kind")).isEqualTo("universes");
        assertThat(told.getInt("rows_changed")).isEqualTo(4);
        assertThat(select(database, MEMBERS))
            .containsExactly("mine My own AAPL", "mine My own MSFT", "mine My own NEWCO", "other other SPY");
        assertThat(first(told, "unknown_symbols")).containsExactly("line 8: NEWCO of mine is in no list of symbols");
        assertThat(first(told, "duplicates")).containsExactly("line 4: AAPL of mine was told in line 2");
        assertThat(first(told, "bad_rows")).containsExactly(
            "line 6: universe must be a name like sector_energy, at most 50 characters, was 'Mine'",
            "line 7: symbol must be a ticker, was 'b@d'");

        database.execute("INSERT INTO users (id, email, username, password_hash) VALUES (1, 'a@b.c', 'a', 'x')");
        database.execute("INSERT INTO user_universe_selections (user_id, tracker, universe_id) "
            + "SELECT 1, 'market', id FROM universes WHERE name = 'mine'");
        JsonObject changed = load("universe,symbol\nmine,AIG\nmine,AAPL\n");

        assertThat(changed.getInt("rows_changed")).isEqualTo(3);
        assertThat(select(database, MEMBERS))
            .containsExactly("mine My own AIG", "mine My own AAPL", "other other SPY");
        assertThat(select(database, "SELECT count(*) FROM user_universe_selections")).containsExactly("1");
        assertThat(load("universe,symbol\nmine,AIG\nmine,AAPL\n").getString("state")).isEqualTo("unchanged");
        assertThat(load("universe,symbol\nmine,AAPL\nmine,AIG\n").getInt("rows_changed")).as("order").isEqualTo(1);
        assertThat(changes).isEqualTo(3);
    }

    @Test
    void letsTheUniversesOfSectorsFollowTheSymbols() throws Exception {
        addSectors();

        load("symbol,name,GICS Sector\nAAPL,Apple,Energy\nNEWCO,New,Energy\nOTHER,Other,Farming\n");

        List<String> energy = members("sector_energy");
        assertThat(energy).contains("AAPL", "NEWCO", "XOM").isSorted().isEqualTo(
            all().stream().filter(each -> each.sector().equals("Energy")).map(Instrument::symbol).toList());
        assertThat(members("sector_information_technology")).contains("MSFT").doesNotContain("AAPL");
        assertThat(members("sectors_of_mine")).isEmpty();
        assertThat(changes).isEqualTo(1);
    }

    @Test
    void leavesTheUniverseOfASectorAsAFileToldIt() throws Exception {
        addSectors();
        load("universe,symbol\nsector_energy,XOM\n");
        List<String> before = members("sector_information_technology");
        load("universe,symbol\n" + before.stream().map(each -> "sector_information_technology," + each)
            .collect(Collectors.joining("\n")) + '\n');

        load("symbol,name,GICS Sector\nAAPL,Apple,Energy\nNEWCO,New,Energy\n");

        assertThat(members("sector_energy")).containsExactly("XOM");
        assertThat(before).contains("AAPL");
        assertThat(members("sector_information_technology")).as("told as it was").isEqualTo(before);
    }

    @Test
    void takesAnyListAsTheMembersOfAUniverseThatIsNamed() throws Exception {
        Path list = write("list.csv", "Symbol,Security\nMMM,3M\nAOS,A. O. Smith\n");

        JsonObject told = run(new ImportFile(list, "list.csv", "big", "The big ones", false));

        assertThat(told.getString("kind")).isEqualTo("universes");
        assertThat(select(database, MEMBERS)).containsExactly("big The big ones MMM", "big The big ones AOS");
        assertThat(instrument("MMM").name()).isNotEqualTo("3M");
    }

    @Test
    void loadsNothingWhereOneFaultEndsIt() throws Exception {
        database.execute("ALTER TABLE universe_members ADD CONSTRAINT no_spy CHECK (symbol <> 'SPY')");

        JsonObject told = load("universe,symbol\nmine,AAPL\nother,SPY\n");

        assertThat(told.getString("state")).isEqualTo("failed");
        assertThat(select(database, "SELECT count(*) FROM universes")).containsExactly("0");
        assertThat(changes).isZero();
    }

    @Test
    void bringsAFolderInTheRightOrderAndPassesOverWhatIsIn() throws Exception {
        write("a_days.csv", "symbol,date,open,high,low,close,volume\nNEWCO,2013-10-07,1,1,1,1,1\n");
        write("b_universes.csv", "universe,symbol\nmine,NEWCO\n");
        write("c_minutes.csv", "symbol,ts_ms,open,high,low,close,volume\n");
        write("d_nothing.csv", "a,b\n1,2\n");
        Files.createDirectory(folder.resolve("below"));
        write("below/e_symbols.csv", "symbol,name\nNEWCO,New\n");
        ImportFolder importable = new ImportFolder(folder);

        List<ImportFile> all = importable.filesBelow("");

        assertThat(all).extracting(ImportFile::origin).containsExactly(
            "below/e_symbols.csv", "b_universes.csv", "a_days.csv", "c_minutes.csv", "d_nothing.csv");
        assertThat(all).extracting(file -> run(file).getString("state"))
            .containsExactly("done", "done", "done", "done", "failed");
        assertThat(all).extracting(file -> run(file).getString("state"))
            .containsExactly("unchanged", "unchanged", "unchanged", "unchanged", "failed");
        assertThat(select(database, "SELECT trouble FROM history_imports WHERE kind = 'unknown' LIMIT 1"))
            .singleElement().asString().startsWith("a file must have the columns symbol, date");
        assertThat(importable.filesBelow("below")).hasSize(1);
        for (String name : List.of("..", "none", folder.getParent().toString(), "a_days.csv")) {
            assertThatThrownBy(() -> importable.filesBelow(name)).isInstanceOf(RefusedImportException.class)
                .hasMessageStartingWith("folder must be the import folder or one below it");
        }
    }

    @Test
    void tellsWhatLiesInItsFolderAndNothingFromOutside() throws Exception {
        write("days.csv", "symbol,date,open,high,low,close,volume\n");
        write("notes.txt", "x");
        Path outside = Files.createTempFile("outside", ".csv");
        Files.createSymbolicLink(folder.resolve("link.csv"), outside);
        ImportFolder importable = new ImportFolder(folder);

        assertThat(listing(importable)).singleElement().satisfies(file -> {
            assertThat(file.getString("file")).isEqualTo("days.csv");
            assertThat(file.getString("kind")).isEqualTo("daily");
            assertThat(file.getInt("bytes")).isEqualTo(39);
        });
        write("days.csv", "symbol,name\nA,Agilent\n");
        assertThat(listing(importable).get(0).getString("kind")).isEqualTo("symbols");
        assertThat(listing(new ImportFolder(folder.resolve("absent")))).isEmpty();
        Files.delete(outside);
    }

    private void addSectors() throws Exception {
        database.execute("INSERT INTO universes (name, title) VALUES ('sector_energy', 'Energy'), "
            + "('sector_information_technology', 'Information Technology'), ('sectors_of_mine', 'Energy')");
        try (Connection connection = database.dataSource().getConnection()) {
            ImportedUniverses.followSectors(connection);
        }
    }

    private List<String> members(String universe) throws Exception {
        return select(database, "SELECT m.symbol FROM universe_members m JOIN universes u ON u.id = m.universe_id "
            + "WHERE u.name = '" + universe + "' ORDER BY m.position");
    }

    private static List<JsonObject> listing(ImportFolder folder) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        folder.tell(json);
        JsonArray files = json.build().getJsonArray("files");
        return files.getValuesAs(JsonObject.class);
    }

    private Path write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private JsonObject load(String text) throws Exception {
        return run(ImportFile.of(write("rows.csv", text), "rows.csv"));
    }

    private JsonObject run(ImportFile file) {
        try {
            long id = files.run(file, new ImportProgress(file.origin(), 0));
            return told(database, id);
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private List<Instrument> all() throws Exception {
        return SymbolTables.all(database.dataSource());
    }

    private Instrument instrument(String symbol) throws Exception {
        return all().stream().filter(each -> each.symbol().equals(symbol)).findFirst().orElseThrow();
    }
}
