package org.tickstock.app.database;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Brings the schema up to date.
 *
 * <p>Thread: one at a time in each process; several processes wait for each other in the database.
 * <p>Errors: Flyway's, with the file and statement at fault.
 */
public final class SchemaMigration {

    private static final Logger LOG = System.getLogger(SchemaMigration.class.getName());

    /** Liberty cannot list a folder of a jar: it finds this one by the empty file flyway.location in it. */
    private static final String LOCATION = "classpath:db/migration";

    private SchemaMigration() {
    }

    /** Applies what is not applied yet and returns how many files that was. */
    public static int apply(DataSource dataSource) {
        MigrateResult result = Flyway.configure(SchemaMigration.class.getClassLoader())
            .dataSource(dataSource)
            .locations(LOCATION)
            .callbackLocations(LOCATION)
            .failOnMissingLocations(true)
            .load()
            .migrate();
        if (result.migrationsExecuted > 0) {
            LOG.log(Level.INFO, "schema migrated files={0} version={1}",
                result.migrationsExecuted, result.targetSchemaVersion);
        }
        return result.migrationsExecuted;
    }
}
