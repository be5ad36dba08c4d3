package org.tickstock.it.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the replay command, a process of its own, makes of a tape: the other opinion on which events a day has. */
final class TapeEvents {

    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final long PATIENCE_S = 300;

    private TapeEvents() {
    }

    /** Hashes of the ids of every event of the tape, sorted. */
    static List<Integer> idHashesOf(Path tape, Path scratch) {
        Path file = scratch.resolve(tape.getFileName() + ".events.ndjson");
        try {
            Files.createDirectories(scratch);
            Process replay = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-cp",
                    System.getProperty("java.class.path"), "org.tickstock.replay.ReplayCommand",
                    "--events", file.toString(), tape.toString())
                    .redirectErrorStream(true).redirectOutput(scratch.resolve("replay.log").toFile()).start();
            if (!replay.waitFor(PATIENCE_S, TimeUnit.SECONDS) || replay.exitValue() != 0) {
                replay.destroyForcibly();
                throw new IllegalStateException("the replay must end well, see " + scratch.resolve("replay.log"));
            }
            try (Stream<String> lines = Files.lines(file)) {
                return lines.map(TapeEvents::idHashOf).sorted().toList();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static int idHashOf(String line) {
        Matcher id = ID.matcher(line);
        if (!id.find()) {
            throw new IllegalArgumentException("event must have an id, was " + line);
        }
        return id.group(1).hashCode();
    }
}
