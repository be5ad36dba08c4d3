package org.tickstock.it.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;

/**
 * The wall clock of one server, which can be put forward and back; time that only counts on, which waits are made of,
 * is left alone, as by a real step.
 *
 * <p>Made of {@code src/test/c/stepped_clock.c} by the machine's C compiler. Without one, the clock is the machine's
 * and cannot be moved.
 * <p>Thread: the test's.
 */
final class SteppedClock {

    private static final Path SOURCE = Path.of("src", "test", "c", "stepped_clock.c");

    private final Path offset;
    private final Path library;
    private final boolean isMovable;

    SteppedClock(Path folder) {
        offset = folder.resolve("offset").toAbsolutePath();
        library = folder.resolve("stepped_clock.so").toAbsolutePath();
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        putOff(Duration.ZERO);
        isMovable = "Linux".equals(System.getProperty("os.name")) && Command.succeeds(
                "cc", "-O2", "-shared", "-fPIC", "-o", library.toString(), SOURCE.toString(), "-ldl");
    }

    boolean isMovable() {
        return isMovable;
    }

    /** With these a process sees this clock. */
    Map<String, String> environment() {
        return isMovable
                ? Map.of("LD_PRELOAD", library.toString(), "TICKSTOCK_FAULT_CLOCK", offset.toString()) : Map.of();
    }

    /** From now on the clock is off by so much, to the second. */
    void putOff(Duration by) {
        ByteBuffer seconds = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
        seconds.putLong(by.toSeconds()).flip();
        try (FileChannel file = FileChannel.open(offset, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.write(seconds, 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
