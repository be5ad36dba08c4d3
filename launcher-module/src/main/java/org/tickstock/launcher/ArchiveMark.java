package org.tickstock.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * Remembers which EAR a server's work area was made from, and clears the area when it is another.
 *
 * <p>Builds are reproducible, so all archives bear one date for ever; a server that goes by dates would run the classes
 * of the EAR before.
 * <p>Thread: one, while the server is not running.
 */
final class ArchiveMark {

    private final Path mark;
    private final Path workArea;

    /** The note in {@code mark} is about what lies in {@code workArea}. */
    ArchiveMark(Path mark, Path workArea) {
        this.mark = mark;
        this.workArea = workArea;
    }

    /** Clears the work area unless it was made from {@code archive}; whether it did. */
    boolean clearUnlessOf(Path archive) throws IOException {
        String now = sha256(archive);
        if (Files.exists(mark) && Files.readString(mark).equals(now)) {
            return false;
        }
        Files.deleteIfExists(mark);
        delete(workArea);
        Files.createDirectories(mark.getParent());
        Files.writeString(mark, now);
        return true;
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(ArchiveMark::deleteOne);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
