package org.tickstock.engine.work;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Writes JSON into one reused byte array: what the hot path needs of it and nothing more.
 *
 * <p>Numbers are written in one way only, so that the same event gives the same bytes on every machine: fixed-point
 * values exactly, doubles rounded half-even to the decimals asked for, without trailing zeros; what is not finite
 * is {@code null}.
 * <p>Thread: owned by one worker.
 */
final class JsonText {

    private static final long NS_PER_MS = 1_000_000L;
    private static final long MS_PER_DAY = 86_400_000L;
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};
    private static final double LARGEST_EXACT = 9.0e15;

    private byte[] bytes = new byte[1_024];
    private int length;
    private boolean needsComma;
    private long isoDay = Long.MIN_VALUE;
    private String isoDate = "";

    JsonText reset() {
        length = 0;
        needsComma = false;
        return this;
    }

    JsonText openObject() {
        separate();
        needsComma = false;
        return raw('{');
    }

    JsonText closeObject() {
        needsComma = true;
        return raw('}');
    }

    JsonText openArray() {
        separate();
        needsComma = false;
        return raw('[');
    }

    JsonText closeArray() {
        needsComma = true;
        return raw(']');
    }

    JsonText name(String name) {
        int letters = name.length();
        ensure(letters + 4);
        if (needsComma) {
            bytes[length++] = ',';
        }
        needsComma = false;
        bytes[length++] = '"';
        copy(name, letters);
        bytes[length++] = '"';
        bytes[length++] = ':';
        return this;
    }

    JsonText string(String name, String value) {
        name(name);
        needsComma = true;
        if (value == null) {
            return ascii("null");
        }
        int letters = value.length();
        ensure(letters + 2);
        bytes[length++] = '"';
        copy(value, letters);
        bytes[length++] = '"';
        return this;
    }

    JsonText bool(String name, boolean value) {
        name(name);
        needsComma = true;
        return ascii(value ? "true" : "false");
    }

    JsonText number(String name, long value) {
        name(name);
        needsComma = true;
        return digits(value);
    }

    /** A fixed-point value of 1e-6, exactly. */
    JsonText micros(String name, long value) {
        name(name);
        needsComma = true;
        return fixed(value, 6);
    }

    /** A double with at most so many decimals (0 to 6). */
    JsonText decimal(String name, double value, int decimals) {
        name(name);
        needsComma = true;
        double scaled = value * POWERS[decimals];
        if (!(Math.abs(scaled) < LARGEST_EXACT)) {
            return ascii("null");
        }
        return fixed((long) Math.rint(scaled), decimals);
    }

    JsonText milliseconds(String name, long ns) {
        return number(name, Math.floorDiv(ns, NS_PER_MS));
    }

    /** ISO-8601 in UTC with milliseconds. */
    JsonText isoTime(String name, long ns) {
        long ms = Math.floorDiv(ns, NS_PER_MS);
        long day = Math.floorDiv(ms, MS_PER_DAY);
        int rest = (int) (ms - day * MS_PER_DAY);
        if (day != isoDay) {
            isoDay = day;
            isoDate = LocalDate.ofEpochDay(day).toString();
        }
        name(name).raw('"').ascii(isoDate).raw('T');
        padded(rest / 3_600_000, 2).raw(':').padded(rest / 60_000 % 60, 2).raw(':').padded(rest / 1_000 % 60, 2);
        raw('.').padded(rest % 1_000, 3).raw('Z').raw('"');
        needsComma = true;
        return this;
    }

    /** A copy of what was written. */
    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.US_ASCII);
    }

    private JsonText fixed(long value, int decimals) {
        if (value < 0) {
            raw('-');
        }
        long magnitude = Math.abs(value);
        long whole = magnitude / POWERS[decimals];
        digits(whole);
        long fraction = magnitude - whole * POWERS[decimals];
        if (fraction == 0) {
            return this;
        }
        int places = decimals;
        while (fraction % 10 == 0) {
            fraction /= 10;
            places--;
        }
        return raw('.').padded(fraction, places);
    }

    private JsonText padded(long value, int places) {
        ensure(places);
        long rest = value;
        for (int at = length + places - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += places;
        return this;
    }

    private JsonText digits(long value) {
        if (value < 0) {
            raw('-');
        }
        ensure(20);
        int start = length;
        long rest = Math.abs(value);
        do {
            bytes[length++] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
        for (int low = start, high = length - 1; low < high; low++, high--) {
            byte swap = bytes[low];
            bytes[low] = bytes[high];
            bytes[high] = swap;
        }
        return this;
    }

    /** Tickers and our own words: nothing in them needs escaping. */
    private JsonText ascii(String text) {
        ensure(text.length());
        copy(text, text.length());
        return this;
    }

    // The deprecated method takes the low byte of every character, which is all that ASCII has, and nothing is faster.
    @SuppressWarnings("deprecation")
    private void copy(String text, int letters) {
        text.getBytes(0, letters, bytes, length);
        length += letters;
    }

    private JsonText raw(char character) {
        ensure(1);
        bytes[length++] = (byte) character;
        return this;
    }

    private void separate() {
        if (needsComma) {
            raw(',');
        }
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
