package org.tickstock.replay;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tickstock.engine.feed.FeedStatus.State;
import org.tickstock.engine.time.EpochClock;
import org.tickstock.engine.time.SystemEpochClock;

/**
 * Plays tapes through the engine and prints one JSON line: what was read, what was raised, and the events' SHA-256.
 *
 * <p>On a terminal it shows meanwhile how far it is, on standard error.
 * <p>Errors: a wrong argument, a file that cannot be written, or a tape that cannot be read to its end is told on
 * standard error, once; exit code 2.
 */
public final class ReplayCommand {

    private static final String CONSOLE = "jdk.console";
    private static final int DONE = 0;
    private static final int UNUSABLE = 2;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean onTerminal;
    private final EpochClock clock = new SystemEpochClock();

    ReplayCommand(PrintStream out, PrintStream err, boolean onTerminal) {
        this.out = out;
        this.err = err;
        this.onTerminal = onTerminal;
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        CommandLog.begin();
        // JDK 22 to 24 would else give a console where there is no terminal.
        System.setProperty(CONSOLE, "java.base");
        System.exit(new ReplayCommand(System.out, System.err, System.console() != null).run(List.of(arguments)));
    }

    /** Runs the command; returns its exit code. */
    int run(List<String> arguments) {
        try {
            return play(ReplayOptions.parse(arguments));
        } catch (IllegalArgumentException wrong) {
            err.println("tickstock-replay: " + wrong.getMessage());
            err.println(ReplayOptions.USAGE);
        } catch (IOException unwritable) {
            err.println("tickstock-replay: output file must be writable, was not: " + unwritable.getMessage());
        }
        return UNUSABLE;
    }

    /** The files are opened first: who mistypes one learns it at once. */
    private int play(ReplayOptions options) throws IOException {
        try (OutputStream events = open(options.eventsFile()); Writer extremes = text(options.extremesFile());
                Writer bars = text(options.barsFile())) {
            ReplayRun run = new ReplayRun(options, clock);
            long tookNs = play(run, options);
            if (run.feedStatus().state() != State.FINISHED) {
                err.println("tickstock-replay: " + run.feedStatus().detail());
                return UNUSABLE;
            }
            String sha256 = run.events().writeInOrder(events);
            ExtremesFile.write(run.days(), extremes);
            BarsFile.write(run.bars(), run.symbols(), bars);
            out.println(ReplayReport.of(run.pipelineStatus(), sha256, tookNs, run.allocatedBytes()).toJson());
            return DONE;
        }
    }

    private long play(ReplayRun run, ReplayOptions options) {
        if (!onTerminal) {
            return run.play(() -> 0);
        }
        try (ProgressBar bar = new ProgressBar(run.feed(), sizeOf(options.tapes()), clock, err)) {
            return run.play(bar);
        }
    }

    private static long sizeOf(List<Path> tapes) {
        return tapes.stream().filter(Files::isReadable).mapToLong(tape -> {
            try {
                return Files.size(tape);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }).sum();
    }

    private static OutputStream open(Path file) throws IOException {
        return file == null ? OutputStream.nullOutputStream() : new BufferedOutputStream(Files.newOutputStream(file));
    }

    private static Writer text(Path file) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(open(file), StandardCharsets.US_ASCII));
    }
}
