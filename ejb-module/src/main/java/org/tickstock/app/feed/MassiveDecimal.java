package org.tickstock.app.feed;

/**
 * Reads JSON numbers into fixed point without a detour through floating point or objects.
 *
 * <p>Thread: stateless.
 * <p>Units: millionths; beyond the sixth place it rounds half-even on all the digits there are.
 * <p>Errors: {@link #NOT_A_NUMBER} for what is no JSON number, {@link #TOO_BIG} beyond {@link #MAX_MICROS} either way.
 */
final class MassiveDecimal {

    /** Answer for a text that is not a number. */
    static final long NOT_A_NUMBER = Long.MIN_VALUE;
    /** Answer for a number that no price, size or time can be. */
    static final long TOO_BIG = Long.MAX_VALUE;
    /** Largest magnitude: a hundred thousand million, in millionths. */
    static final long MAX_MICROS = 100_000_000_000_000_000L;

    private static final int PLACES = 6;
    private static final int MAX_DIGITS = 18;
    private static final long MAX_BEFORE_DIGIT = (Long.MAX_VALUE - 9) / 10;
    private static final int MAX_EXPONENT = 1_000_000_000;
    private static final long[] POWERS = powersOfTen();

    private MassiveDecimal() {
    }

    /** The number in {@code text[from, to)}, in millionths. */
    static long micros(char[] text, int from, int to) {
        boolean negative = from < to && text[from] == '-';
        int start = negative ? from + 1 : from;
        int point = endOfDigits(text, start, to);
        boolean fraction = point < to && text[point] == '.';
        int exponentAt = fraction ? endOfDigits(text, point + 1, to) : point;
        if (point == start || fraction && exponentAt == point + 1) {
            return NOT_A_NUMBER;
        }
        long exponent = exponentAt == to ? 0 : exponent(text, exponentAt, to);
        if (exponent == NOT_A_NUMBER) {
            return NOT_A_NUMBER;
        }
        long magnitude = magnitude(text, start, point, exponentAt, exponent);
        return negative && magnitude != TOO_BIG ? -magnitude : magnitude;
    }

    /** The whole number in {@code text[from, to)}, which may have no exponent. */
    static long whole(char[] text, int from, int to) {
        boolean negative = from < to && text[from] == '-';
        int start = negative ? from + 1 : from;
        if (start >= to || endOfDigits(text, start, to) != to) {
            return NOT_A_NUMBER;
        }
        long value = 0;
        for (int at = start; at < to; at++) {
            if (value > MAX_BEFORE_DIGIT) {
                return TOO_BIG;
            }
            value = value * 10 + (text[at] - '0');
        }
        return negative ? -value : value;
    }

    private static long magnitude(char[] text, int start, int point, int end, long exponent) {
        long mantissa = 0;
        int digits = 0;
        int dropped = 0;
        boolean restIsZero = true;
        for (int at = start; at < end; at++) {
            if (at == point) {
                continue;
            }
            int digit = text[at] - '0';
            if (digits < MAX_DIGITS) {
                mantissa = mantissa * 10 + digit;
                digits += mantissa == 0 ? 0 : 1;
            } else {
                dropped++;
                restIsZero &= digit == 0;
            }
        }
        int fractionDigits = end == point ? 0 : end - point - 1;
        return shifted(mantissa, PLACES + exponent - fractionDigits + dropped, restIsZero);
    }

    /** The mantissa times ten to the {@code shift}; digits that did not fit follow it unless {@code restIsZero}. */
    private static long shifted(long mantissa, long shift, boolean restIsZero) {
        if (mantissa == 0 || shift < -MAX_DIGITS) {
            return 0;
        }
        if (shift >= 0) {
            // digits that were dropped follow 18 others, which alone reach the maximum
            boolean fits = restIsZero && shift <= MAX_DIGITS && mantissa <= MAX_MICROS / POWERS[(int) shift];
            return fits ? mantissa * POWERS[(int) shift] : TOO_BIG;
        }
        long unit = POWERS[(int) -shift];
        long quotient = mantissa / unit;
        long twice = mantissa % unit * 2;
        boolean up = twice > unit || twice == unit && (!restIsZero || (quotient & 1) == 1);
        return up ? quotient + 1 : quotient;
    }

    private static long exponent(char[] text, int at, int to) {
        if (text[at] != 'e' && text[at] != 'E') {
            return NOT_A_NUMBER;
        }
        boolean signed = at + 1 < to && (text[at + 1] == '-' || text[at + 1] == '+');
        int start = signed ? at + 2 : at + 1;
        if (start >= to || endOfDigits(text, start, to) != to) {
            return NOT_A_NUMBER;
        }
        long value = 0;
        for (int digit = start; digit < to; digit++) {
            value = Math.min(MAX_EXPONENT, value * 10 + (text[digit] - '0'));
        }
        return signed && text[at + 1] == '-' ? -value : value;
    }

    private static int endOfDigits(char[] text, int from, int to) {
        int at = from;
        while (at < to && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at;
    }

    private static long[] powersOfTen() {
        long[] powers = new long[MAX_DIGITS + 1];
        powers[0] = 1;
        for (int n = 1; n < powers.length; n++) {
            powers[n] = powers[n - 1] * 10;
        }
        return powers;
    }
}
