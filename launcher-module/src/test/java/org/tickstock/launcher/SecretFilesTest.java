package org.tickstock.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTest {

    @TempDir
    private Path folder;

    @Test
    void readsASecretFromItsFile() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "s3cret \n");

        assertThat(SecretFiles.resolve(Map.of("DATABASE_PASSWORD_FILE", file.toString(), "A", "b")))
                .containsEntry("DATABASE_PASSWORD", "s3cret")
                .containsEntry("A", "b");
    }

    @Test
    void leavesEverythingElseAsItIs() {
        Map<String, String> environment = Map.of(
                "TICKSTOCK_MARKET_CALENDAR_FILE", "/none", "DATABASE_PASSWORD", "p", "DATABASE_PASSWORD_FILE", "");

        assertThat(SecretFiles.resolve(environment)).isEqualTo(environment);
    }

    @Test
    void refusesASecretToldBothWays() {
        assertThatThrownBy(() -> SecretFiles.resolve(
                Map.of("DATABASE_PASSWORD", "s3cret", "DATABASE_PASSWORD_FILE", "/run/secrets/password")))
                .isInstanceOf(LaunchException.class)
                .hasMessage("DATABASE_PASSWORD and DATABASE_PASSWORD_FILE must not both be set");
    }

    @Test
    void namesTheVariableWhoseFileCannotBeRead() {
        Path missing = folder.resolve("missing");

        assertThatThrownBy(() -> SecretFiles.resolve(Map.of("TICKSTOCK_FEED_MASSIVE_KEY_FILE", missing.toString())))
                .isInstanceOf(LaunchException.class)
                .hasMessage("TICKSTOCK_FEED_MASSIVE_KEY_FILE must name a file that can be read, was " + missing);
    }
}
