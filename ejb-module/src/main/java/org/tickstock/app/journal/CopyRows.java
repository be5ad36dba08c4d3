package org.tickstock.app.journal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.tickstock.engine.market.MarketSession;

/**
 * Rows of the journal in PostgreSQL's binary COPY format.
 *
 * <p>Thread: stateless.
 * <p>Source: PostgreSQL documentation, COPY, "Binary Format".
 */
final class CopyRows {

    /** Takes what {@link #of} makes. */
    static final String STATEMENT = "COPY event_journal (epoch, log_offset, journaled_on, id, event_type, direction, "
        + "symbol, trade_date, session_key, ordinal, count_change, ts_event_ns, ts_init_ns, body) "
        + "FROM STDIN (FORMAT binary)";

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int COLUMNS = 14;
    private static final int EXPECTED_ROW = 1_024;
    private static final long DAY_ZERO = LocalDate.of(2000, 1, 1).toEpochDay();

    private CopyRows() {
    }

    static byte[] of(List<JournalRecord.Row> rows, LocalDate journaledOn) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(EXPECTED_ROW * (rows.size() + 1));
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(SIGNATURE);
            out.writeInt(0);
            out.writeInt(0);
            for (JournalRecord.Row row : rows) {
                write(row, journaledOn, out);
            }
            out.writeShort(-1);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(JournalRecord.Row row, LocalDate journaledOn, DataOutputStream out) throws IOException {
        out.writeShort(COLUMNS);
        bigint(row.epoch(), out);
        bigint(row.offset(), out);
        date(journaledOn.toEpochDay(), out);
        text(row.id(), out);
        text(row.type().wireName(), out);
        text(row.direction().wireName(), out);
        text(row.symbol(), out);
        date(Math.floorDiv(row.sessionKey(), MarketSession.values().length), out);
        integer(row.sessionKey(), out);
        integer(row.ordinal(), out);
        out.writeInt(Short.BYTES);
        out.writeShort(row.countChange());
        bigint(row.tsEventNs(), out);
        bigint(row.tsInitNs(), out);
        // The column holds the whole object, so that the database can read it as JSON.
        out.writeInt(row.body().length + 1);
        out.writeByte('{');
        out.write(row.body());
    }

    private static void bigint(long value, DataOutputStream out) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(value);
    }

    private static void integer(int value, DataOutputStream out) throws IOException {
        out.writeInt(Integer.BYTES);
        out.writeInt(value);
    }

    private static void date(long epochDay, DataOutputStream out) throws IOException {
        integer((int) (epochDay - DAY_ZERO), out);
    }

    private static void text(String value, DataOutputStream out) throws IOException {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
