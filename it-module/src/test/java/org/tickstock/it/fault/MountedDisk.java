package org.tickstock.it.fault;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.tickstock.launcher.TickStockServer;

/** A file system in memory of our own. It becomes full by being made as small as what is in it. */
final class MountedDisk implements Disk {

    private static final String ROOMY = "2g";

    private final Path folder;

    private MountedDisk(Path folder) {
        this.folder = folder;
    }

    /** Whether this user may mount one. */
    static boolean isPossible() {
        if (!"Linux".equals(System.getProperty("os.name"))) {
            return false;
        }
        Path probe = temporary();
        boolean isMounted = mounted(probe);
        if (isMounted) {
            Command.succeeds("umount", "-l", probe.toString());
        }
        probe.toFile().delete();
        return isMounted;
    }

    static MountedDisk mount() {
        MountedDisk disk = new MountedDisk(temporary());
        if (!mounted(disk.folder)) {
            throw new IllegalStateException("a file system must be mountable at " + disk.folder);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(disk::close));
        return disk;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public void fill(TickStockServer server) {
        // What is in it grows meanwhile; a size that is too small by then is refused.
        await("a full disk").atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20))
                .until(() -> Command.succeeds("mount", "-o", "remount,size=" + used(), folder.toString()));
    }

    @Override
    public void free(TickStockServer server) {
        Command.run("mount", "-o", "remount,size=" + ROOMY, folder.toString());
    }

    @Override
    public String how() {
        return "a file system of its own, made as small as its contents (ENOSPC)";
    }

    @Override
    public void close() {
        if (Files.exists(folder)) {
            Command.succeeds("umount", "-l", folder.toString());
            folder.toFile().delete();
        }
    }

    private long used() {
        try {
            FileStore store = Files.getFileStore(folder);
            return store.getTotalSpace() - store.getUnallocatedSpace();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean mounted(Path at) {
        return Command.succeeds("mount", "-t", "tmpfs", "-o", "mode=0700,size=" + ROOMY, "tickstock-fault",
                at.toString());
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("tickstock-fault");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
