package org.tickstock.app.account;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;

/**
 * The file that tells whoever runs the server how to sign in for the first time; only its owner may read it.
 *
 * <p>Thread: one writer.
 * <p>Errors: an {@link UncheckedIOException} when it cannot be written.
 *
 * @param path where it is
 */
public record AccountsFile(Path path) {

    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    /** Whether an earlier run left one. */
    boolean exists() {
        return Files.exists(path);
    }

    /** Writes it whole, e-mail address to password, in place of an older one. */
    void write(Map<String, String> passwords) {
        Properties properties = new Properties();
        properties.putAll(passwords);
        StringWriter text = new StringWriter();
        try {
            properties.store(text, "TickStock's first accounts. Keep this file to yourself.");
            Files.createDirectories(path.toAbsolutePath().getParent());
            Path beside = path.resolveSibling(path.getFileName() + ".new");
            Files.deleteIfExists(beside);
            Files.createFile(beside, ownerOnly());
            Files.writeString(beside, text.toString());
            Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            throw new UncheckedIOException("accounts file must be writable, was " + path, refused);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return POSIX
            ? new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
            : new FileAttribute<?>[0];
    }
}
