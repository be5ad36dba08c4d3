package org.tickstock.replay;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.tickstock.engine.feed.ReplayFeed;

/**
 * What of the engine's log a person sees on the command line: warnings and errors, one line each.
 *
 * <p>Why a tape cannot be read is left out: the command says it itself, as its last word.
 * <p>Thread: once, at the start.
 */
final class CommandLog {

    private static final String FORMAT = "java.util.logging.SimpleFormatter.format";

    private CommandLog() {
    }

    static void begin() {
        System.setProperty(FORMAT, "%4$s: %5$s%6$s%n");
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        for (Handler handler : root.getHandlers()) {
            handler.setFilter(CommandLog::isNew);
        }
    }

    private static boolean isNew(LogRecord line) {
        return line.getLevel() != Level.SEVERE || !ReplayFeed.class.getName().equals(line.getLoggerName());
    }
}
