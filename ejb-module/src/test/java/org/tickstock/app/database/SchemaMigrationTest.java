package org.tickstock.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
