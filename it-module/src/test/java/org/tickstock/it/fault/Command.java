package org.tickstock.it.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/** Runs a command of the operating system. */
final class Command {

    private static final long PATIENCE_S = 30;

    private Command() {
    }

    /** Whether it ended well. */
    static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(PATIENCE_S, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Runs it; one that fails is an error. */
    static void run(String... command) {
        if (!succeeds(command)) {
            throw new UncheckedIOException(new IOException("command must end with 0: " + String.join(" ", command)));
        }
    }
}
