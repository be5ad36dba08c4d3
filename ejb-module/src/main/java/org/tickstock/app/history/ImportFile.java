package org.tickstock.app.history;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/**
 * A file to be imported, and as what.
 *
 * @param path where it is
 * @param origin what the record of imports calls it
 * @param universe the universe whose members it lists, or null where its own columns tell
 * @param title what people read for that universe; empty leaves the title that it has
 * @param isOnce whether what is in already is passed over, as when a whole folder is gone through again
 */
record ImportFile(Path path, String origin, String universe, String title, boolean isOnce) {

    private static final int SUM_LENGTH = 32;
    private static final int BUFFER = 65_536;

    /** A file whose own columns tell what it is. */
    static ImportFile of(Path path, String origin) {
        return new ImportFile(path, origin, null, "", false);
    }

    /** The same, passed over where its bytes are in already. */
    ImportFile once() {
        return new ImportFile(path, origin, universe, title, true);
    }

    /** What it holds; unknown for one that cannot be read. */
    FileKind kind() {
        try (BufferedReader lines = open(null)) {
            CsvReader csv = new CsvReader(lines);
            return universe != null && csv.has("symbol") ? FileKind.UNIVERSES : FileKind.of(csv);
        } catch (IOException unreadable) {
            return FileKind.UNKNOWN;
        }
    }

    /** Its lines, with the bytes read so far told to {@code progress} where there is one. */
    BufferedReader open(ImportProgress progress) throws IOException {
        InputStream bytes = Files.newInputStream(path);
        try {
            InputStream counted = progress == null ? bytes : new Counted(bytes, progress);
            InputStream text = path.toString().endsWith(".gz") ? new GZIPInputStream(counted, BUFFER) : counted;
            return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8), BUFFER);
        } catch (IOException unreadable) {
            bytes.close();
            throw unreadable;
        }
    }

    /** What the ledger of what is in calls these bytes, read as what they are read as. */
    String chunk() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return "sha256:" + HexFormat.of().formatHex(digest.digest()).substring(0, SUM_LENGTH)
                + (universe == null ? "" : ":" + universe);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Counted extends FilterInputStream {

        private final ImportProgress progress;
        private long count;

        Counted(InputStream in, ImportProgress progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) {
            count += bytes;
            progress.bytes(count);
        }
    }
}
