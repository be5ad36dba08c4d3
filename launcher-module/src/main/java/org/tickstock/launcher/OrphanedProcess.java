package org.tickstock.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * A process that an earlier launcher started and could not stop, because it was killed itself.
 *
 * <p>Thread: one.
 */
final class OrphanedProcess {

    private static final long PATIENCE_S = 30;

    private final ProcessHandle handle;

    private OrphanedProcess(ProcessHandle handle) {
        this.handle = handle;
    }

    /** The running process with this number, if {@code same} knows it: numbers are given to others later. */
    static Optional<OrphanedProcess> find(long pid, Predicate<ProcessHandle.Info> same) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> same.test(handle.info()))
                .map(OrphanedProcess::new);
    }

    /** Notes {@code process} in {@code file}, for a later start. */
    static void remember(ProcessHandle process, Path file) throws IOException {
        Files.writeString(file, process.pid() + " " + startOf(process.info()));
    }

    /** The process noted in {@code file}, if it still runs. */
    static Optional<OrphanedProcess> remembered(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String[] noted = Files.readString(file).trim().split(" ", 2);
        return noted.length < 2 || noted[1].isEmpty()
                ? Optional.empty()
                : find(Long.parseLong(noted[0]), info -> startOf(info).equals(noted[1]));
    }

    /** Asks it to end, and kills it if it does not. */
    void stop() {
        try {
            handle.destroy();
            awaitEnd();
        } catch (TimeoutException unheard) {
            handle.destroyForcibly();
            try {
                awaitEnd();
            } catch (TimeoutException immortal) {
                throw new LaunchException("process " + handle.pid() + " of an earlier start does not end", immortal);
            }
        }
    }

    private static String startOf(ProcessHandle.Info info) {
        return info.startInstant().map(Instant::toString).orElse("");
    }

    private void awaitEnd() throws TimeoutException {
        CompletableFuture<ProcessHandle> end = handle.onExit();
        try {
            end.get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new LaunchException("cannot wait for process " + handle.pid(), failed);
        }
    }
}
