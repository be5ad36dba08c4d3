package org.tickstock.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder in which everything lives that must survive a restart; only its owner may look inside.
 *
 * <p>Thread: one; used by whoever starts the parts.
 * <p>Errors: a folder that another launcher holds is refused with a {@link LaunchException}.
 */
final class DataFolder implements AutoCloseable {

    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path root;
    private final FileChannel lockFile;

    private DataFolder(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /** Makes the folder if need be and holds it until {@link #close}. */
    static DataFolder open(Path root) {
        Path absolute = root.toAbsolutePath().normalize();
        try {
            createPrivate(absolute);
            FileChannel channel = FileChannel.open(
                    absolute.resolve("launcher.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new LaunchException("data folder is in use by another TickStock: " + absolute
                        + "; stop that one, or choose another folder with TICKSTOCK_DATA_DIR");
            }
            return new DataFolder(absolute, channel);
        } catch (IOException refused) {
            throw new LaunchException("data folder cannot be used: " + absolute + ": " + refused.getMessage(), refused);
        }
    }

    /** Makes a folder that only its owner can enter; one that is there is left as it is. */
    static void createPrivate(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder.getParent());
        if (POSIX) {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(
                    PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(folder);
        }
    }

    /** Writes a file that only its owner can read. */
    static void writePrivate(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        if (POSIX) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, text);
    }

    Path root() {
        return root;
    }

    /** The database's files. */
    Path database() {
        return root.resolve("database");
    }

    /** The server's logs and work files. */
    Path server() {
        return root.resolve("server");
    }

    /** Where the application leaves the passwords of the accounts it made at its first start. */
    Path accounts() {
        return root.resolve("accounts.properties");
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldHere) {
            return false;
        }
    }
}
