package org.tickstock.app.journal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.tickstock.engine.event.Direction;
import org.tickstock.engine.event.EventType;

/**
 * A journal record as bytes and back, for the spill file.
 *
 * <p>Thread: stateless.
 * <p>Errors: an {@link IOException} for bytes that are no record.
 */
final class RecordCodec {

    private static final byte ROW = 1;
    private static final byte LOST = 2;
    private static final byte END = 3;

    private RecordCodec() {
    }

    static byte[] encode(JournalRecord record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            if (record instanceof JournalRecord.Row row) {
                out.writeByte(ROW);
                out.writeLong(row.epoch());
                write(row, out);
            } else if (record instanceof JournalRecord.Lost lost) {
                out.writeByte(LOST);
                out.writeLong(lost.epoch());
                out.writeLong(lost.from());
                out.writeLong(lost.to());
            } else if (record instanceof JournalRecord.End end) {
                out.writeByte(END);
                out.writeLong(end.epoch());
                out.writeLong(end.lastOffset());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static JournalRecord decode(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte kind = in.readByte();
            long epoch = in.readLong();
            return switch (kind) {
                case ROW -> readRow(epoch, in);
                case LOST -> new JournalRecord.Lost(epoch, in.readLong(), in.readLong());
                case END -> new JournalRecord.End(epoch, in.readLong());
                default -> throw new IOException("kind of a spilled record must be 1 to 3, was " + kind);
            };
        }
    }

    private static void write(JournalRecord.Row row, DataOutputStream out) throws IOException {
        out.writeLong(row.offset());
        out.writeUTF(row.id());
        out.writeUTF(row.type().wireName());
        out.writeBoolean(row.direction() == Direction.UP);
        out.writeUTF(row.symbol());
        out.writeInt(row.sessionKey());
        out.writeByte(row.countChange());
        out.writeLong(row.tsEventNs());
        out.writeLong(row.tsInitNs());
        out.writeInt(row.ordinal());
        out.write(row.body());
    }

    private static JournalRecord readRow(long epoch, DataInputStream in) throws IOException {
        return new JournalRecord.Row(epoch, in.readLong(), in.readUTF(), typeOf(in.readUTF()),
            in.readBoolean() ? Direction.UP : Direction.DOWN, in.readUTF(), in.readInt(), in.readByte(),
            in.readLong(), in.readLong(), in.readInt(), in.readAllBytes());
    }

    private static EventType typeOf(String wireName) throws IOException {
        return Arrays.stream(EventType.values()).filter(type -> type.wireName().equals(wireName)).findFirst()
            .orElseThrow(() -> new IOException("event type of a spilled record must be known, was " + wireName));
    }
}
