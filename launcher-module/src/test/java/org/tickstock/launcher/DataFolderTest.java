package org.tickstock.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path parent;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void letsOnlyItsOwnerIn() throws IOException {
        Path root = parent.resolve("not").resolve("there");

        try (DataFolder folder = DataFolder.open(root)) {
            DataFolder.writePrivate(folder.root().resolve("secret"), "word");
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root))).isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("secret"))))
                .isEqualTo("rw-------");
    }

    @Test
    void belongsToOneLauncherAtATime() {
        try (DataFolder first = DataFolder.open(parent)) {

            assertThatThrownBy(() -> DataFolder.open(first.root()))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("in use by another TickStock")
                    .hasMessageContaining("TICKSTOCK_DATA_DIR");
        }
        DataFolder.open(parent).close();
    }
}
