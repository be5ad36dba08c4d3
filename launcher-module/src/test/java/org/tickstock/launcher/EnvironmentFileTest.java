package org.tickstock.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentFileTest {

    @TempDir
    private Path folder;

    @Test
    void readsAValueForEachKey() throws IOException {
        assertThat(EnvironmentFile.read(file("# a comment", "", "TICKSTOCK_HTTP_PORT=9090", "A=b=c # no comment")))
                .containsExactly(entry("TICKSTOCK_HTTP_PORT", "9090"), entry("A", "b=c # no comment"));
    }

    @Test
    void takesQuotesOffAndExpandsNothing() throws IOException {
        assertThat(EnvironmentFile.read(file("A=\"x y\"", "B='$HOME'", "C=\"", "D=a\"b")))
                .containsExactly(entry("A", "x y"), entry("B", "$HOME"), entry("C", "\""), entry("D", "a\"b"));
    }

    @Test
    void takesAKeyWithoutAValueForUnset() throws IOException {
        assertThat(EnvironmentFile.read(file("A=", "B=''"))).isEmpty();
    }

    @Test
    void namesTheLineButNotWhatItHolds() throws IOException {
        Path file = file("A=1", "password secret");

        assertThatThrownBy(() -> EnvironmentFile.read(file))
                .isInstanceOf(LaunchException.class)
                .hasMessage(file + " line 2 must be KEY=value, a comment or empty");
    }

    @Test
    void readsNothingWhereThereIsNoFile() {
        assertThat(EnvironmentFile.read(folder.resolve("none"))).isEmpty();
    }

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("tickstock.env"), List.of(lines));
    }
}
