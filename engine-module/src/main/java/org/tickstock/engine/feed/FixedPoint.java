package org.tickstock.engine.feed;

/**
 * Reads decimal numbers out of bytes without making an object.
 *
 * <p>Thread: stateless.
 * <p>Units: six decimal places; what lies beyond is rounded half-even.
 */
final class FixedPoint {

    /** Answer for bytes that are no plain non-negative number, or one beyond a {@code long}. */
    static final long UNREADABLE = -1;

    private static final int PLACES = 6;
    private static final long MAX_BEFORE_DIGIT = (Long.MAX_VALUE - 9) / 10;

    private FixedPoint() {
    }

    /** The number in micro-units: digits with at most one point; no sign, no exponent, no blank. */
    static long micros(byte[] text, int from, int to) {
        int point = indexOfPoint(text, from, to);
        int wholeEnd = point < 0 ? to : point;
        int fractionStart = point < 0 ? to : point + 1;
        if (wholeEnd - from + to - fractionStart == 0) {
            return UNREADABLE;
        }
        int kept = Math.min(to, fractionStart + PLACES);
        long value = digits(text, fractionStart, kept, digits(text, from, wholeEnd, 0));
        for (int place = kept - fractionStart; place < PLACES; place++) {
            value = append(value, 0);
        }
        return value == UNREADABLE ? UNREADABLE : rounded(value, text, kept, to);
    }

    /** The whole number, or {@link #UNREADABLE}. */
    static long whole(byte[] text, int from, int to) {
        return from == to ? UNREADABLE : digits(text, from, to, 0);
    }

    /** Half-even over the digits beyond the last place kept. */
    private static long rounded(long value, byte[] text, int from, int to) {
        if (from == to) {
            return value;
        }
        boolean tail = false;
        for (int i = from; i < to; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return UNREADABLE;
            }
            tail |= i > from && text[i] != '0';
        }
        int first = text[from] - '0';
        boolean up = first > 5 || first == 5 && (tail || (value & 1) == 1);
        return up ? value + 1 : value;
    }

    private static long digits(byte[] text, int from, int to, long start) {
        long value = start;
        for (int i = from; i < to; i++) {
            value = append(value, text[i] - '0');
        }
        return value;
    }

    /** Once unreadable, always unreadable. */
    private static long append(long value, int digit) {
        boolean readable = value >= 0 && value <= MAX_BEFORE_DIGIT && digit >= 0 && digit <= 9;
        return readable ? value * 10 + digit : UNREADABLE;
    }

    private static int indexOfPoint(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == '.') {
                return i;
            }
        }
        return -1;
    }
}
