package org.tickstock.launcher;

import java.util.Arrays;
import java.util.List;

/**
 * What {@code bin/tickstock} of the distribution calls.
 *
 * <p>Thread: {@link #main}'s.
 */
public final class CommandLine {

    private static final int WRONG_USE = 2;

    private CommandLine() {
    }

    /** Without arguments, or with {@code run}, starts TickStock; {@code ask [page]} asks one that runs. */
    public static void main(String[] arguments) {
        List<String> words = Arrays.asList(arguments);
        if (words.isEmpty() || words.equals(List.of("run"))) {
            Launcher.main(new String[0]);
        } else if (words.get(0).equals("ask") && words.size() <= 2) {
            System.exit(Question.ask(words.size() == 2 ? words.get(1) : "ready"));
        } else {
            Console.complain("usage: tickstock [run]        starts TickStock in the foreground");
            Console.complain("       tickstock ask [page]   prints what one that runs answers to /ready, or a page;");
            Console.complain("                              exit code 0 if that is 200");
            System.exit(WRONG_USE);
        }
    }
}
