package org.tickstock.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TapeFilesTest {

    private static final String VARIABLE = "TICKSTOCK_FEED_REPLAY_FILES";

    @Test
    void namesTapesFromWhereThePersonStands() {
        Path from = Path.of("checkout").toAbsolutePath();

        assertThat(TapeFiles.absolute(Map.of(VARIABLE, "a.csv.gz, ../tapes/b.csv"), from)).containsEntry(VARIABLE,
                from.resolve("a.csv.gz") + "," + from.resolveSibling("tapes").resolve("b.csv"));
    }

    @Test
    void leavesAnAbsoluteNameAsItIs() {
        Path tape = Path.of("a.csv").toAbsolutePath();

        assertThat(TapeFiles.absolute(Map.of(VARIABLE, tape.toString()), Path.of("/elsewhere")))
                .containsEntry(VARIABLE, tape.toString());
    }

    @Test
    void addsNothingWhereNoTapeIsNamed() {
        assertThat(TapeFiles.absolute(Map.of(VARIABLE, " "), Path.of("x"))).isEmpty();
        assertThat(TapeFiles.absolute(Map.of(), Path.of("x"))).isEmpty();
    }
}
