package org.tickstock.replay;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tickstock.engine.feed.FeedStatus.State;
import org.tickstock.engine.time.SystemEpochClock;

/**
 * Plays tapes through the engine and prints one JSON line: what was read, what was raised, and the events' SHA-256.
 *
 * <p>Errors: a wrong argument, or a tape that cannot be read to its end, is told on standard error; exit code 2.
 */
public final class ReplayCommand {

    private static final String LOG_FORMAT = "java.util.logging.SimpleFormatter.format";
    private static final int DONE = 0;
    private static final int UNUSABLE = 2;

    private final PrintStream out;
    private final PrintStream err;

    ReplayCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.setProperty(LOG_FORMAT, "%4$s: %5$s%6$s%n");
        Logger.getLogger("").setLevel(Level.WARNING);
        System.exit(new ReplayCommand(System.out, System.err).run(List.of(arguments)));
    }

    /** Runs the command; returns its exit code. */
    int run(List<String> arguments) {
        try {
            return play(ReplayOptions.parse(arguments));
        } catch (IllegalArgumentException wrong) {
            err.println("tickstock-replay: " + wrong.getMessage());
            err.println(ReplayOptions.USAGE);
        } catch (IOException unwritable) {
            err.println("tickstock-replay: events file must be writable, was not: " + unwritable.getMessage());
        }
        return UNUSABLE;
    }

    private int play(ReplayOptions options) throws IOException {
        try (OutputStream events = eventsOut(options)) {
            ReplayRun run = new ReplayRun(options, new SystemEpochClock());
            long tookNs = run.play();
            String sha256 = run.events().writeInOrder(events);
            if (run.feedStatus().state() != State.FINISHED) {
                err.println("tickstock-replay: " + run.feedStatus().detail());
                return UNUSABLE;
            }
            out.println(ReplayReport.of(run.pipelineStatus(), sha256, tookNs).toJson());
            return DONE;
        }
    }

    private static OutputStream eventsOut(ReplayOptions options) throws IOException {
        return options.eventsFile() == null ? OutputStream.nullOutputStream()
                : new BufferedOutputStream(Files.newOutputStream(options.eventsFile()));
    }
}
