package org.tickstock.app.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Remembers the number of the newest log, so that every later one has a greater number whatever the clock says.
 *
 * <p>Clients and journal tell logs apart, and put them in order, by that number; it is the time of the start unless the
 * clock was put back since.
 * <p>Thread: the deployment's.
 */
public final class EpochFile {

    private static final String NAME = "last-epoch";
    private static final int SHOWN = 40;

    private EpochFile() {
    }

    /**
     * The number of a log that begins now, written down before it is used.
     *
     * @param folder the data folder, which this server alone writes
     * @param nowMs milliseconds UTC
     * @throws IllegalStateException if the file is none of ours, or cannot be written
     */
    public static long next(Path folder, long nowMs) {
        Path file = folder.resolve(NAME);
        try {
            Files.createDirectories(folder);
            long epoch = Files.exists(file) ? Math.max(nowMs, last(file) + 1) : nowMs;
            Path written = Files.writeString(file.resolveSibling(NAME + ".new"), epoch + "\n");
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return epoch;
        } catch (IOException unusable) {
            throw new IllegalStateException(
                "tickstock.data-dir must be a folder that this server may write, was " + folder, unusable);
        }
    }

    private static long last(Path file) throws IOException {
        String text = Files.readString(file).strip();
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException garbage) {
            throw new IllegalStateException(file + " must hold the number of the last log, held '"
                + text.substring(0, Math.min(SHOWN, text.length()))
                + "'; delete it if the clock was not put back", garbage);
        }
    }
}
