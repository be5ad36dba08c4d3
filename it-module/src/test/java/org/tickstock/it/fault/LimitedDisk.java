package org.tickstock.it.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.tickstock.launcher.TickStockServer;

/**
 * An ordinary folder; it becomes full by a limit on the size of any file that server and database may write, which
 * every user may set on processes of their own.
 */
final class LimitedDisk implements Disk {

    /** More than the server's own logs have by then, less than what a few seconds of events need. */
    private static final String SERVER_BYTES = "1500000";
    /** A page: no table can grow any more, and no write-ahead log be written. */
    private static final String DATABASE_BYTES = "8192";
    private static final String UNLIMITED = "unlimited";

    private final Path folder;

    LimitedDisk(Path folder) {
        this.folder = folder;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public void fill(TickStockServer server) {
        limit(server, SERVER_BYTES, DATABASE_BYTES);
    }

    @Override
    public void free(TickStockServer server) {
        limit(server, UNLIMITED, UNLIMITED);
    }

    @Override
    public String how() {
        return "limits on the size of files of both processes (EFBIG)";
    }

    private void limit(TickStockServer server, String serverBytes, String databaseBytes) {
        Stream.concat(Stream.of(server.handle()), server.handle().descendants())
                .forEach(process -> limit(process, serverBytes));
        Path pidFile = folder.resolve("data").resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        try (Stream<String> lines = Files.lines(pidFile)) {
            long postmaster = Long.parseLong(lines.findFirst().orElseThrow().trim());
            ProcessHandle.of(postmaster).ifPresent(first -> {
                limit(first, databaseBytes);
                first.descendants().forEach(process -> limit(process, databaseBytes));
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Only the soft limit, which may be raised again; a process that is gone by now needs none. */
    private static void limit(ProcessHandle process, String bytes) {
        boolean isSet = Command.succeeds("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + bytes + ":");
        if (!isSet && process.isAlive()) {
            throw new IllegalStateException("a limit of " + bytes + " must be taken, was refused by " + process.pid());
        }
    }

    @Override
    public void close() {
        // Nothing was mounted; the limits end with their processes.
    }
}
