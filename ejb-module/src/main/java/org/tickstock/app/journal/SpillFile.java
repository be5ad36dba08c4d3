package org.tickstock.app.journal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * What the journal could not write yet: appended at the end, read from the front, cut to nothing when all was read.
 *
 * <p>Each record is its length, a CRC32C of its bytes, its bytes. Whoever opens the file reads it through once; what
 * follows the last whole record was torn by a crash and is cut off, and so is what turns out to be damaged later:
 * readers are told a gap where it was. The file is locked while it is open.
 * <p>Thread: one owner at a time; the figures may be read from anywhere.
 * <p>Errors: an {@link IOException} from the disk; a record that does not get on the disk whole is taken back.
 */
final class SpillFile implements AutoCloseable {

    private static final Logger LOG = System.getLogger(SpillFile.class.getName());
    private static final int PREFIX = 8;
    private static final int LARGEST = 1 << 20;

    private final FileChannel channel;
    private final long maxBytes;
    private final long cutBytes;

    // the owner writes, figures are read from anywhere
    private volatile long end;
    private volatile long read;

    // the owner's: where the last peek ended
    private long peeked;

    private SpillFile(FileChannel channel, long maxBytes) throws IOException {
        lock(channel);
        this.channel = channel;
        this.maxBytes = maxBytes;
        end = wholeRecordsEnd();
        cutBytes = channel.size() - end;
        channel.truncate(end);
    }

    /** Opens the file, makes it where there is none, and cuts off a torn tail. */
    static SpillFile open(Path file, long maxBytes) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        FileChannel channel = FileChannel.open(file,
            StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            SpillFile spill = new SpillFile(channel, maxBytes);
            if (spill.cutBytes > 0) {
                LOG.log(Level.WARNING, "torn tail cut off file={0} bytes={1,number,#}", file, spill.cutBytes);
            }
            return spill;
        } catch (IOException unreadable) {
            channel.close();
            throw unreadable;
        }
    }

    private static void lock(FileChannel channel) throws IOException {
        boolean isOurs;
        try {
            isOurs = channel.tryLock() != null;
        } catch (OverlappingFileLockException heldHere) {
            isOurs = false;
        }
        if (!isOurs) {
            throw new IOException("spill file must belong to one server, was held by another");
        }
    }

    /** Appends as many of the records, from the first, as there is room for, and says how many those were. */
    int append(List<JournalRecord> records) throws IOException {
        return append(records, maxBytes);
    }

    /** Appends the records beyond the bound too: for the few that say what is missing and where a log ended. */
    void appendAnyway(List<JournalRecord> records) throws IOException {
        append(records, Long.MAX_VALUE);
    }

    private int append(List<JournalRecord> records, long bound) throws IOException {
        List<ByteBuffer> framed = new ArrayList<>(records.size());
        long length = 0;
        for (JournalRecord record : records) {
            ByteBuffer next = framed(record);
            if (end + length + next.remaining() > bound) {
                break;
            }
            framed.add(next);
            length += next.remaining();
        }
        write(framed, Math.toIntExact(length));
        return framed.size();
    }

    private void write(List<ByteBuffer> framed, int length) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(length);
        framed.forEach(all::put);
        all.flip();
        long position = end;
        try {
            while (all.hasRemaining()) {
                position += channel.write(all, position);
            }
            channel.force(false);
        } catch (IOException full) {
            channel.truncate(end);
            throw full;
        }
        end = position;
    }

    /** The next records that were not read yet, at most {@code limit}; {@link #forget} says that they are done with. */
    List<JournalRecord> peek(int limit) throws IOException {
        List<JournalRecord> records = new ArrayList<>();
        long position = read;
        while (records.size() < limit && position < end) {
            byte[] payload = payloadAt(position);
            if (payload == null) {
                cutDamaged(position, records.isEmpty());
                break;
            }
            records.add(RecordCodec.decode(payload));
            position += PREFIX + payload.length;
        }
        peeked = position;
        return records;
    }

    /** What is whole before it is read first; then nobody could say any more where a next record begins. */
    private void cutDamaged(long position, boolean isNext) throws IOException {
        if (isNext) {
            LOG.log(Level.ERROR, "spilled record damaged, file is cut off there byte={0,number,#} bytes={1,number,#}",
                position, end - position);
            channel.truncate(position);
            end = position;
        }
    }

    /** What was peeked is in the database. */
    void forget() throws IOException {
        read = peeked;
        if (read == end) {
            channel.truncate(0);
            end = 0;
            read = 0;
            peeked = 0;
        }
    }

    /** Bytes not read yet. */
    long waitingBytes() {
        return Math.max(0, end - read);
    }

    boolean isEmpty() {
        return waitingBytes() == 0;
    }

    /** Bytes of a torn tail that were cut off when the file was opened. */
    long cutBytes() {
        return cutBytes;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private long wholeRecordsEnd() throws IOException {
        long size = channel.size();
        long position = 0;
        while (position < size) {
            byte[] payload = payloadAt(position);
            if (payload == null) {
                break;
            }
            position += PREFIX + payload.length;
        }
        return position;
    }

    /** The bytes of the record at this position, or null when there is no whole one. */
    private byte[] payloadAt(long position) throws IOException {
        ByteBuffer prefix = ByteBuffer.allocate(PREFIX);
        if (!fill(prefix, position)) {
            return null;
        }
        int length = prefix.getInt();
        int sum = prefix.getInt();
        if (length < 1 || length > LARGEST) {
            return null;
        }
        ByteBuffer payload = ByteBuffer.allocate(length);
        return fill(payload, position + PREFIX) && sumOf(payload.array()) == sum ? payload.array() : null;
    }

    private boolean fill(ByteBuffer buffer, long from) throws IOException {
        long position = from;
        while (buffer.hasRemaining()) {
            int count = channel.read(buffer, position);
            if (count < 0) {
                return false;
            }
            position += count;
        }
        buffer.flip();
        return true;
    }

    private static ByteBuffer framed(JournalRecord record) {
        byte[] payload = RecordCodec.encode(record);
        ByteBuffer framed = ByteBuffer.allocate(PREFIX + payload.length);
        framed.putInt(payload.length).putInt(sumOf(payload)).put(payload).flip();
        return framed;
    }

    private static int sumOf(byte[] payload) {
        CRC32C sum = new CRC32C();
        sum.update(payload);
        return (int) sum.getValue();
    }
}
