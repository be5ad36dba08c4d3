package org.tickstock.app.history;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads rows in PostgreSQL's binary COPY format, field by field.
 *
 * <p>Thread: one reader's.
 * <p>Errors: an {@link IOException} for what is no such format.
 * <p>Source: PostgreSQL documentation, COPY, "Binary Format"; the fields of numeric as in its numeric_send.
 */
final class BinaryRows {

    private static final int BUFFER = 262_144;
    private static final int SIGNATURE = 11;
    private static final int ABSENT = -1;
    private static final int NEGATIVE = 0x4000;
    private static final int BASE = 10_000;
    /** Two base digits behind the point hold the six decimals of our columns. */
    private static final double FRACTIONS = 1e8;

    private final DataInputStream in;

    BinaryRows(InputStream copied) throws IOException {
        in = new DataInputStream(new BufferedInputStream(copied, BUFFER));
        in.skipNBytes(SIGNATURE + Integer.BYTES);
        in.skipNBytes(in.readInt());
    }

    /** Goes on to the next row; false at the end. */
    boolean next() throws IOException {
        return in.readShort() >= 0;
    }

    String text() throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    int integer() throws IOException {
        in.readInt();
        return in.readInt();
    }

    /** A numeric that is not below 0, as the nearest double; NaN where there is none. */
    double numeric() throws IOException {
        if (in.readInt() == ABSENT) {
            return Double.NaN;
        }
        int digits = in.readShort();
        int weight = in.readShort();
        int sign = in.readUnsignedShort();
        in.readShort();
        if (sign == NEGATIVE) {
            throw new IOException("numeric must be >= 0, was below");
        }
        long whole = 0;
        long fraction = 0;
        for (int i = 0; i < digits; i++) {
            int digit = in.readShort();
            if (weight - i >= 0) {
                whole = whole * BASE + digit;
            } else {
                fraction = weight - i == -1 ? digit * (long) BASE : fraction + digit;
            }
        }
        for (int i = digits; i <= weight; i++) {
            whole *= BASE;
        }
        // Prices fit a double's 53 bits with all their decimals: one division, rounded once, is the nearest double.
        return whole < Integer.MAX_VALUE / 100
            ? (whole * (long) FRACTIONS + fraction) / FRACTIONS : whole + fraction / FRACTIONS;
    }
}
