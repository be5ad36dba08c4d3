package org.tickstock.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;

@ExtendWith(TestDatabase.Resolver.class)
class SchemaMigrationTest {

    private static final Path MIGRATIONS = Path.of("..", "database", "migration");

    @Test
    void appliesEveryFileOnceAndNothingAtTheSecondStart(TestDatabase database) throws IOException {
        int first = apply(database);
        int second = SchemaMigration.apply(database.dataSource());

        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            assertThat((long) first).isEqualTo(files.count());
        }
        assertThat(second).isZero();
    }

    @Test
    void fitsEveryEntity(TestDatabase database) {
        database.fresh();

        assertThat(TestPersistence.entities()).hasSizeGreaterThanOrEqualTo(6);
        assertThatCode(() -> TestPersistence
            .factory(database.dataSource(), Map.of("hibernate.hbm2ddl.auto", "validate")).close())
            .doesNotThrowAnyException();
    }

    @Test
    void persistenceStartsWithoutADatabase() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://localhost:1/nowhere");

        assertThatCode(() -> TestPersistence.factory(nowhere).close()).doesNotThrowAnyException();
    }

    @Test
    void refusesTheSameEmailInAnotherCase(TestDatabase database) {
        database.fresh();
        database.execute("INSERT INTO users (email, username, password_hash) VALUES ('a@b.c', 'a', 'x')");

        assertThatThrownBy(() -> database.execute(
            "INSERT INTO users (email, username, password_hash) VALUES ('A@B.C', 'b', 'x')"))
            .hasStackTraceContaining("users_email_uk");
    }

    @Test
    void takesUniversesThatAFileMadeOrChangedForListed(TestDatabase database) throws Exception {
        database.fresh();
        database.execute("ALTER TABLE universes DROP COLUMN is_listed");
        database.execute("INSERT INTO universes (name, title, updated_at) VALUES ('sector_energy', 'Energy', now()), "
            + "('sector_utilities', 'Utilities', now() + interval '1 s'), ('sector_farming', 'Farming', now())");

        database.execute(Files.readString(MIGRATIONS.resolve("V013__mark_listed_universes.sql")));

        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet following = statement.executeQuery("SELECT name FROM universes WHERE NOT is_listed")) {
            assertThat(following.next()).isTrue();
            assertThat(following.getString(1)).isEqualTo("sector_energy");
            assertThat(following.next()).isFalse();
        }
    }

    @Test
    void everyFileTellsItsPurposeItsWriterAndHowToUndo() throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(MIGRATIONS)) {
            files = listed.toList();
        }

        for (Path file : files) {
            assertThat(file.getFileName().toString()).matches("(V\\d{3}|R)__[a-z][a-z0-9_]*\\.sql");
            assertThat(Files.readString(file))
                .contains("-- Purpose: ", "-- Undo: ").containsPattern("-- Reader.*: org");
        }
    }

    private static int apply(TestDatabase database) {
        database.execute("DROP SCHEMA public CASCADE");
        database.execute("CREATE SCHEMA public");
        return SchemaMigration.apply(database.dataSource());
    }
}
