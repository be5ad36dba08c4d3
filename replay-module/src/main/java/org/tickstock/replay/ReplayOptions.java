package org.tickstock.replay;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the command line asked for.
 *
 * <p>Errors: an {@link IllegalArgumentException} that names the option, the rule and what was given.
 *
 * @param tapes tapes in the order to play them
 * @param lanes detection lanes
 * @param conditions profile of the trade-condition table: {@code sip} or {@code lean}
 * @param eventsFile where to write the events, one JSON object a line; null for nowhere
 * @param extremesFile where to write official and live extremes, as comma-separated values; null for nowhere
 * @param barsFile where to write minute bars, as comma-separated values; null for nowhere
 */
record ReplayOptions(
        List<Path> tapes, int lanes, String conditions, Path eventsFile, Path extremesFile, Path barsFile) {

    static final String USAGE = "usage: java -jar tickstock-replay.jar [--lanes N] [--conditions sip|lean] "
            + "[--events FILE.ndjson] [--extremes FILE.csv] [--bars FILE.csv] TAPE...";

    private static final int MAX_LANES = 16;

    ReplayOptions {
        tapes = List.copyOf(tapes);
        if (tapes.isEmpty()) {
            throw new IllegalArgumentException("TAPE must be given at least once, was missing");
        }
        if (lanes < 1 || lanes > MAX_LANES) {
            throw new IllegalArgumentException("--lanes must be 1 to " + MAX_LANES + ", was " + lanes);
        }
        if (!conditions.equals("sip") && !conditions.equals("lean")) {
            throw new IllegalArgumentException("--conditions must be sip or lean, was '" + conditions + "'");
        }
    }

    static ReplayOptions parse(List<String> arguments) {
        List<Path> tapes = new ArrayList<>();
        int lanes = 2;
        String conditions = "sip";
        Path eventsFile = null;
        Path extremesFile = null;
        Path barsFile = null;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            switch (argument) {
                case "--lanes" -> lanes = number(argument, value(arguments, ++i));
                case "--conditions" -> conditions = value(arguments, ++i);
                case "--events" -> eventsFile = Path.of(value(arguments, ++i));
                case "--extremes" -> extremesFile = Path.of(value(arguments, ++i));
                case "--bars" -> barsFile = Path.of(value(arguments, ++i));
                default -> tapes.add(tape(argument));
            }
        }
        return new ReplayOptions(tapes, lanes, conditions, eventsFile, extremesFile, barsFile);
    }

    /** Whether something beside events is to be kept of every lane. */
    boolean wantsRecords() {
        return extremesFile != null || barsFile != null;
    }

    private static String value(List<String> arguments, int index) {
        if (index >= arguments.size()) {
            throw new IllegalArgumentException(arguments.get(index - 1) + " must be followed by a value, was last");
        }
        return arguments.get(index);
    }

    private static int number(String option, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException unreadable) {
            throw new IllegalArgumentException(option + " must be a whole number, was '" + text + "'", unreadable);
        }
    }

    private static Path tape(String argument) {
        if (argument.startsWith("--")) {
            throw new IllegalArgumentException(
                    "option must be --lanes, --conditions, --events, --extremes or --bars, was '" + argument + "'");
        }
        return Path.of(argument);
    }
}
