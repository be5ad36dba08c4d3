package org.tickstock.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * One application server with the application, as a process of its own.
 *
 * <p>Thread: one steers it; {@link #isAlive} and the addresses from any.
 * <p>Errors: a start that fails is a {@link LaunchException} that names the log.
 */
public final class TickStockServer implements AutoCloseable {

    private static final long POLL_MS = 200;
    private static final long STOP_MS = 60_000;

    private final ServerOptions options;
    private final ServerProduct product;
    private final HttpProbe probe = new HttpProbe();
    private Process process;
    private ServerOutput output;

    private TickStockServer(ServerOptions options) {
        this.options = options;
        this.product = ServerProduct.at(options.serverHome());
    }

    /** Starts the process and returns at once; see {@link #awaitLive} and {@link #awaitReady}. */
    public static TickStockServer start(ServerOptions options) {
        TickStockServer server = new TickStockServer(options);
        server.launch();
        return server;
    }

    /** Where it is: {@code http://localhost:8080/}. */
    public URI address() {
        String listeningOn = options.environment().getOrDefault(
                "TICKSTOCK_HTTP_HOST", System.getenv().getOrDefault("TICKSTOCK_HTTP_HOST", ""));
        return HttpAddress.of(listeningOn, options.httpPort()).uri();
    }

    /** Waits until it answers at all, whatever it lacks. */
    public TickStockServer awaitLive() {
        await("live", () -> status("health/live") == HttpProbe.OK);
        return this;
    }

    /** Waits until it is ready for people. */
    public TickStockServer awaitReady() {
        await("ready", this::isReady);
        return this;
    }

    /** Whether it says that it is ready. */
    public boolean isReady() {
        return status("ready") == HttpProbe.OK;
    }

    /** Whether the process runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Its process. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Waits for its end and returns its code. */
    public int awaitExit() throws InterruptedException {
        return process.waitFor();
    }

    /** The file with everything it logged. */
    public Path log() {
        return product.log(options.outputDirectory());
    }

    /** Stops it as an operator would: requests end, timers stop, then the process. */
    public void stop() {
        if (!process.isAlive()) {
            return;
        }
        if (ServerProduct.WINDOWS) {
            product.stop(options).ifPresent(this::start);
        } else {
            // Through the handle: the process's own method would close its output before the last lines are read.
            process.toHandle().destroy();
        }
        if (!ended(STOP_MS)) {
            kill();
        }
    }

    /** Ends it at once, as a crash would. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        if (!ended(STOP_MS)) {
            throw new LaunchException("server process " + process.pid() + " does not end");
        }
    }

    /** Stops it and starts it again with the same options. */
    public TickStockServer restart() {
        stop();
        launch();
        return this;
    }

    @Override
    public void close() {
        stop();
    }

    private void launch() {
        try {
            Files.createDirectories(options.outputDirectory());
            process = start(product.run(options).redirectErrorStream(true));
        } catch (IOException failed) {
            throw new LaunchException(
                    "cannot write into " + options.outputDirectory() + ": " + failed.getMessage(), failed);
        }
        output = new ServerOutput(process, product, options.outputDirectory().resolve("console.log"),
                options.console());
        Thread reader = new Thread(output, "server-output");
        reader.setDaemon(true);
        reader.start();
    }

    private Process start(ProcessBuilder command) {
        command.environment().put("TICKSTOCK_HTTP_PORT", Integer.toString(options.httpPort()));
        command.environment().putAll(options.environment());
        try {
            return command.start();
        } catch (IOException failed) {
            throw new LaunchException("no server at " + options.serverHome() + ": " + failed.getMessage(), failed);
        }
    }

    private void await(String what, BooleanSupplier reached) {
        long deadlineNs = System.nanoTime() + options.patience().toNanos();
        while (!reached.getAsBoolean()) {
            if (ended(POLL_MS)) {
                throw new LaunchException("the server ended with code " + process.exitValue()
                        + " before it was " + what + "; see " + log());
            }
            if (output.fault() != null) {
                throw new LaunchException("the application did not start: " + output.fault() + "; see " + log());
            }
            if (System.nanoTime() > deadlineNs) {
                throw new LaunchException("the server was not " + what + " within " + options.patience().toSeconds()
                        + " s; see " + log() + readiness());
            }
        }
    }

    /** What it says of itself, so that nobody must look for the reason, as a wrong password of the database. */
    private String readiness() {
        try {
            return System.lineSeparator() + probe.answer(address().resolve("ready")).body();
        } catch (IOException silent) {
            return "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private int status(String page) {
        return probe.status(address().resolve(page));
    }

    private boolean ended(long timeoutMs) {
        try {
            return process.waitFor(timeoutMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
