package org.tickstock.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveMarkTest {

    private static final FileTime ONE_TIME_FOR_ALL = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    @TempDir
    private Path folder;
    private Path workArea;
    private ArchiveMark mark;

    @BeforeEach
    void makeAWorkAreaOfAnEarlierStart() throws IOException {
        workArea = folder.resolve("server").resolve("workarea");
        mark = new ArchiveMark(folder.resolve("server").resolve("ear.sha256"), workArea);
        fill();
    }

    @Test
    void clearsAWorkAreaOfWhichNothingIsKnown() throws IOException {
        assertThat(mark.clearUnlessOf(archive("first"))).isTrue();

        assertThat(workArea).doesNotExist();
    }

    @Test
    void keepsTheWorkAreaOfTheSameArchive() throws IOException {
        mark.clearUnlessOf(archive("first"));
        fill();

        assertThat(mark.clearUnlessOf(archive("first"))).isFalse();

        assertThat(workArea.resolve("cache").resolve("classes")).exists();
    }

    @Test
    void clearsTheWorkAreaOfAnotherArchiveOfTheSameDateAndSize() throws IOException {
        mark.clearUnlessOf(archive("first"));
        fill();

        assertThat(mark.clearUnlessOf(archive("other"))).isTrue();

        assertThat(workArea).doesNotExist();
    }

    private Path archive(String content) throws IOException {
        Path archive = Files.writeString(folder.resolve("tickstock.ear"), content);
        return Files.setLastModifiedTime(archive, ONE_TIME_FOR_ALL);
    }

    private void fill() throws IOException {
        Files.createDirectories(workArea.resolve("cache"));
        Files.writeString(workArea.resolve("cache").resolve("classes"), "of the archive before");
    }
}
