package org.tickstock.app.universe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tickstock.app.Wiring.wire;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.app.ManualClock;
import org.tickstock.app.database.TestDatabase;
import org.tickstock.engine.market.ReferenceData;
import org.tickstock.engine.universe.StandardUniverses;
import org.tickstock.engine.universe.Universe;
import org.tickstock.engine.universe.UniverseSelection;

@ExtendWith(TestDatabase.Resolver.class)
class UniverseRepositoryTest {

    private static final long USER = 1;
    private static final List<Universe> STANDARD = StandardUniverses.of(ReferenceData.load());

    private final ManualClock clock = new ManualClock();
    private TestDatabase database;

    @BeforeEach
    void addUser(TestDatabase shared) {
        database = shared.fresh();
        database.execute("INSERT INTO users (id, email, username, password_hash) VALUES (1, 'a@b.c', 'a', 'x')");
    }

    @Test
    void keepsEveryStandardUniverseInItsOwnOrder() {
        int added = in(repository -> repository.addMissing(STANDARD, clock.now()));

        assertThat(added).isEqualTo(STANDARD.size());
        List<Universe> kept = in(UniverseRepository::all);
        assertThat(kept).isEqualTo(STANDARD);
    }

    @Test
    void followsTheShippedSectorsWithoutAChange() throws SQLException {
        in(repository -> repository.addMissing(STANDARD, clock.now()));
        database.execute("INSERT INTO symbols (symbol, name, exchange, type, sector, industry, source) VALUES "
            + ReferenceData.load().listings().stream().map(each ->
                "('" + each.symbol() + "', '', '', 'CS', '" + each.sector() + "', '', 'shipped')")
            .collect(Collectors.joining(", ")));

        try (Connection connection = database.dataSource().getConnection()) {
            assertThat(ImportedUniverses.followSectors(connection)).isZero();
        }
        List<Universe> kept = in(UniverseRepository::all);
        assertThat(kept).isEqualTo(STANDARD);
    }

    @Test
    void leavesWhatIsThereAsItIs() {
        Universe own = new Universe("sp500", "My own", List.of("AAPL"));
        in(repository -> repository.addMissing(List.of(own), clock.now()));

        int added = in(repository -> repository.addMissing(STANDARD, clock.now()));

        assertThat(added).isEqualTo(STANDARD.size() - 1);
        List<Universe> kept = in(UniverseRepository::all);
        assertThat(kept).contains(own);
    }

    @Test
    void givesNothingToAUserWhoPickedNothing() {
        assertThat(selection()).isEqualTo(UniverseSelection.NONE);
    }

    @Test
    void replacesWhatAUserPicked() {
        in(repository -> repository.addMissing(STANDARD, clock.now()));
        save(new UniverseSelection(List.of("sp500"), List.of("sp500", "etf")));

        save(new UniverseSelection(List.of("sp500", "nyse"), List.of("etf")));

        assertThat(selection())
            .isEqualTo(new UniverseSelection(List.of("nyse", "sp500"), List.of("etf")));
    }

    @Test
    void savesNothingWhenOneNameIsUnknown() {
        in(repository -> repository.addMissing(STANDARD, clock.now()));
        UniverseSelection before = new UniverseSelection(List.of("sp500"), List.of());
        save(before);

        assertThatThrownBy(() -> save(new UniverseSelection(List.of("etf", "nope"), List.of("nor_this"))))
            .isInstanceOf(UnknownUniverseException.class)
            .hasMessage("universe must exist, was nope, nor_this");
        assertThat(selection()).isEqualTo(before);
    }

    @Test
    void savesAnEmptySelection() {
        save(UniverseSelection.NONE);

        assertThat(selection()).isEqualTo(UniverseSelection.NONE);
    }

    private UniverseSelection selection() {
        return in(repository -> repository.selectionOf(USER));
    }

    private void save(UniverseSelection selection) {
        in(repository -> {
            repository.save(USER, selection, clock.now());
            return null;
        });
    }

    private <T> T in(Function<UniverseRepository, T> work) {
        return database.inTransaction(entities -> work.apply(wire(new UniverseRepository(), entities)));
    }
}
