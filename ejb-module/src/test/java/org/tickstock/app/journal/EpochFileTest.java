package org.tickstock.app.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpochFileTest {

    @TempDir
    private Path folder;

    @Test
    void beginsWithTheTimeOfTheStart() {
        assertThat(EpochFile.next(folder.resolve("not-there-yet"), 1_000)).isEqualTo(1_000);
    }

    @Test
    void goesOnBehindTheLastLogWhenTheClockWasPutBackOrStoodStill() {
        assertThat(EpochFile.next(folder, 5_000)).isEqualTo(5_000);
        assertThat(EpochFile.next(folder, 1_000)).isEqualTo(5_001);
        assertThat(EpochFile.next(folder, 5_001)).isEqualTo(5_002);
        assertThat(EpochFile.next(folder, 9_000)).isEqualTo(9_000);
    }

    @Test
    void refusesAFileThatTellsNothing() throws IOException {
        Files.writeString(folder.resolve("last-epoch"), "yesterday");

        assertThatThrownBy(() -> EpochFile.next(folder, 1)).isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("last-epoch must hold the number of the last log, held 'yesterday'");
    }
}
