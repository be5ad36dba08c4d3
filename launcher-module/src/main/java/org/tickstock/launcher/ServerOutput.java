package org.tickstock.launcher;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * Reads what the server prints: keeps it in a file, hands it on, and notices when the application did not start.
 *
 * <p>Thread: {@link #run} on its own until the server ends; {@link #fault} from any.
 */
final class ServerOutput implements Runnable {

    /** What the virtual machine says about the server's own agent at every start. */
    private static final String NOISE = "Sharing is only supported for boot loader classes";

    private final Process process;
    private final ServerProduct product;
    private final Path file;
    private final Consumer<String> console;
    private volatile String fault;

    ServerOutput(Process process, ServerProduct product, Path file, Consumer<String> console) {
        this.process = process;
        this.product = product;
        this.file = file;
        this.console = console;
    }

    @Override
    public void run() {
        try (BufferedReader lines = new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                BufferedWriter copy = Files.newBufferedWriter(
                        file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                copy.write(line);
                copy.newLine();
                copy.flush();
                notice(line);
            }
        } catch (IOException closed) {
            // A process that was killed takes its pipe along.
            if (process.isAlive()) {
                console.accept("the server's output was cut off: " + closed.getMessage());
            }
        }
    }

    /** The line that told of a failed deployment, or null. */
    String fault() {
        return fault;
    }

    private void notice(String line) {
        if (line.contains(NOISE) || line.isBlank() || product.isNoise(line)) {
            return;
        }
        if (fault == null && product.tellsOfFault(line)) {
            fault = line;
        }
        console.accept(line);
    }
}
