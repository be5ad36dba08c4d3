package org.tickstock.launcher;

/**
 * Prints for the person at the terminal; the one place of the project that does.
 *
 * <p>Thread: any.
 */
final class Console {

    private Console() {
    }

    /** Prints one line. */
    static void say(String line) {
        System.out.println(line);
    }

    /** Prints one line that tells what went wrong. */
    static void complain(String line) {
        System.err.println(line);
    }
}
