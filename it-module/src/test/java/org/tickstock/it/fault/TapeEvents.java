package org.tickstock.it.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the replay command, a process of its own, makes of a tape: the other opinion on which events a day has. */
final class TapeEvents {

    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern SYMBOL = Pattern.compile("\"symbol\":\"([^\"]+)\"");
    private static final long PATIENCE_S = 300;

    private TapeEvents() {
    }

    /** Hashes of the ids of every event of the tape, sorted. */
    static List<Integer> idHashesOf(Path tape, Path scratch) {
        return linesOf(tape, scratch).stream().map(line -> hashOf(ID, line)).sorted().toList();
    }

    /** Hashes of the ids of every event of the tape by symbol, in the order of the tape. */
    static Map<String, List<Integer>> idHashesBySymbol(Path tape, Path scratch) {
        return linesOf(tape, scratch).stream().collect(Collectors.groupingBy(line -> textOf(SYMBOL, line),
                Collectors.mapping(line -> hashOf(ID, line), Collectors.toList())));
    }

    private static List<String> linesOf(Path tape, Path scratch) {
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
            return Files.readAllLines(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static int hashOf(Pattern field, String line) {
        return textOf(field, line).hashCode();
    }

    private static String textOf(Pattern field, String line) {
        Matcher text = field.matcher(line);
        if (!text.find()) {
            throw new IllegalStateException("an event must have " + field + ", was " + line);
        }
        return text.group(1);
    }
}
