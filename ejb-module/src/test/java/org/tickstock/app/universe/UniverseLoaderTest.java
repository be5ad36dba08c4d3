package org.tickstock.app.universe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickstock.app.Wiring.wire;

import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.app.database.TestDatabase;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.universe.Universe;
import org.tickstock.engine.universe.UniverseSelection;

@ExtendWith(TestDatabase.Resolver.class)
class UniverseLoaderTest {

    private static final UniverseSelection MINE = new UniverseSelection(List.of("mine"), List.of());

    @Test
    void takesWhatAnImportHasChangedAndItsNewSymbolsWithIt(TestDatabase database) throws Exception {
        database.fresh();
        SymbolTable symbols = SymbolTable.of(List.of("AAPL", "MSFT"));
        UniverseIndexHolder holder = new UniverseIndexHolder();
        put(database, "AAPL", "NEWCO");
        load(database, holder, symbols);
        assertThat(holder.current().symbolCount(MINE)).isEqualTo(1);

        database.execute("INSERT INTO symbols (symbol, name, exchange, type, sector, industry, source) "
            + "VALUES ('NEWCO', 'New', '', 'CS', '', '', 'import')");
        put(database, "MSFT", "AAPL", "NEWCO");
        load(database, holder, symbols);

        assertThat(symbols.tickers()).containsExactly("AAPL", "MSFT", "NEWCO");
        assertThat(holder.current().symbolCount(MINE)).isEqualTo(3);
        assertThat(holder.current().universes()).containsExactly(
            new Universe("mine", "Mine", List.of("MSFT", "AAPL", "NEWCO")));
    }

    private static void put(TestDatabase database, String... members) throws Exception {
        try (Connection connection = database.dataSource().getConnection()) {
            ImportedUniverses.replace(List.of(new Universe("mine", "Mine", List.of(members))), connection);
        }
    }

    private static void load(TestDatabase database, UniverseIndexHolder holder, SymbolTable symbols) {
        database.inTransaction(entities -> {
            wire(new UniverseLoader(), wire(new UniverseRepository(), entities), holder, symbols).load();
            return null;
        });
    }
}
