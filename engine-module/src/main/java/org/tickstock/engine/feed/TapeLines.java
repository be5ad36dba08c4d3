package org.tickstock.engine.feed;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * The lines of one tape after its header, each as a range of one reused buffer.
 *
 * <p>Thread: the feed's.
 * <p>Errors: an {@link IOException} whose message is a reason for a person; {@link #line()} then tells where.
 */
final class TapeLines implements Closeable {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int MAX_LINE_BYTES = 4096;
    private static final byte COMMENT = '#';

    private final CountedBytes file;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int from;
    private int to;
    private int unread;
    private int filled;
    private long line;

    private TapeLines(CountedBytes file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    /** Opens a tape; its header has still to be read by {@link #requireHeader}. */
    static TapeLines open(Path file) throws IOException {
        CountedBytes raw = null;
        try {
            raw = new CountedBytes(Files.newInputStream(file));
            return new TapeLines(raw, isGzip(file) ? new GZIPInputStream(raw, BUFFER_BYTES) : raw);
        } catch (IOException unusable) {
            if (raw != null) {
                raw.close();
            }
            throw new IOException(reasonOf(unusable), unusable);
        }
    }

    private static boolean isGzip(Path file) {
        return file.getFileName() != null && file.getFileName().toString().endsWith(".gz");
    }

    private static String reasonOf(IOException unusable) {
        if (unusable instanceof NoSuchFileException) {
            return "no such file";
        }
        return unusable instanceof AccessDeniedException ? "not readable" : String.valueOf(unusable.getMessage());
    }

    /** Reads the first line that is no comment, which must name the columns. */
    TapeColumns requireHeader() throws IOException {
        return TapeColumns.of(next() ? new String(buffer, from, to - from, StandardCharsets.UTF_8) : "");
    }

    /** Goes to the next line that is neither empty nor a comment; false at the end of the tape. */
    boolean next() throws IOException {
        do {
            line++;
            int end = endOfLine();
            if (end < 0) {
                return false;
            }
            from = unread;
            to = end > from && buffer[end - 1] == '\r' ? end - 1 : end;
            unread = Math.min(filled, end + 1);
        } while (from == to || buffer[from] == COMMENT);
        requireText();
        return true;
    }

    /** Number of the line read last, from 1. */
    long line() {
        return line;
    }

    /** How much of the file has been read, as it lies on the disk. */
    long bytesRead() {
        return file.count;
    }

    byte[] bytes() {
        return buffer;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Index of the line's end in the buffer, filled as needed; -1 when nothing is left. */
    private int endOfLine() throws IOException {
        int seen = unread;
        while (true) {
            for (; seen < filled; seen++) {
                if (buffer[seen] == '\n') {
                    return seen;
                }
            }
            if (filled - unread > MAX_LINE_BYTES) {
                throw new IOException("line must have at most " + MAX_LINE_BYTES + " bytes: this is no tape");
            }
            seen -= unread;
            if (!fill()) {
                return unread < filled ? filled : -1;
            }
            seen += unread;
        }
    }

    /** Moves what is unread to the front and reads more behind it. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, unread, buffer, 0, filled - unread);
        filled -= unread;
        unread = 0;
        int read = in.read(buffer, filled, BUFFER_BYTES - filled);
        filled += Math.max(0, read);
        return read > 0;
    }

    private void requireText() throws IOException {
        for (int i = from; i < to; i++) {
            if (buffer[i] >= 0 && buffer[i] < ' ' && buffer[i] != '\t') {
                throw new IOException("line must be text, was binary: this is no tape");
            }
        }
    }

    /** Counts what is read in blocks, the only way it is read. */
    private static final class CountedBytes extends FilterInputStream {

        private long count;

        CountedBytes(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
