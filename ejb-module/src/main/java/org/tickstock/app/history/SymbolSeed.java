package org.tickstock.app.history;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.tickstock.app.database.DatabaseSeed;
import org.tickstock.app.universe.ImportedUniverses;
import org.tickstock.engine.market.ReferenceData;

/**
 * Puts the symbols that come with the engine into their table, and changes those whose list has changed; the universes
 * of sectors follow.
 */
@ApplicationScoped
public class SymbolSeed implements DatabaseSeed {

    private static final int AFTER_UNIVERSES = 100;

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource dataSource;
    @Inject
    private ReferenceData reference;

    @Override
    public int order() {
        return AFTER_UNIVERSES;
    }

    @Override
    public void seed() {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                SymbolTables.ship(reference.listings(), connection);
                ImportedUniverses.followSectors(connection);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException fault) {
            throw new IllegalStateException("symbols cannot be written: " + fault.getMessage(), fault);
        }
    }
}
