package org.tickstock.web.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.web.problem.ApiProblem;
import org.tickstock.web.problem.RefusedException;

/**
 * Reads single query parameters.
 *
 * <p>Thread: stateless.
 * <p>Errors: a {@link RefusedException} that names the parameter, its rule and its value.
 */
public final class QueryValues {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final int SHOWN = 40;

    private QueryValues() {
    }

    /** A ticker that must be given. */
    public static String ticker(String field, String text) {
        if (text == null || !SymbolTable.isTicker(text)) {
            throw refusal(field, "a ticker in capitals", text);
        }
        return text;
    }

    /** ISO-8601 UTC or epoch milliseconds; null where nothing is given. */
    public static Instant time(String field, String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant time = text.matches("\\d+") ? Instant.ofEpochMilli(Long.parseLong(text)) : Instant.parse(text);
            if (!time.isBefore(EARLIEST) && time.isBefore(LATEST)) {
                return time;
            }
        } catch (DateTimeException | NumberFormatException unreadable) {
            // Said below, with the rule, like a time out of range.
        }
        throw refusal(field, "a time like 2013-10-08T13:30:00Z or in epoch milliseconds", text);
    }

    /** A date from 1900 to 2100 that must be given. */
    public static LocalDate date(String field, String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= 1900 && date.getYear() < 2100) {
                return date;
            }
        } catch (DateTimeException unreadable) {
            // Said below, with the rule, like a date out of range.
        }
        throw refusal(field, "a date like 2013-10-08", text);
    }

    /** A whole number from 1 on. */
    public static int number(String field, String text, int absent, int most) {
        if (text == null) {
            return absent;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= 1 && value <= most) {
                return value;
            }
        } catch (NumberFormatException unreadable) {
            // Said below, with the rule, like a number out of range.
        }
        throw refusal(field, "1 to " + most, text);
    }

    /** A number from {@code least} to {@code most}, which may be infinite. */
    public static double decimal(String field, String text, double absent, double least, double most) {
        if (text == null) {
            return absent;
        }
        try {
            double value = Double.parseDouble(text);
            if (value >= least && value <= most && Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException unreadable) {
            // Said below, with the rule, like a number out of range.
        }
        throw refusal(field, Double.isInfinite(most) ? "a number from " + plain(least)
                : plain(least) + " to " + plain(most), text);
    }

    /** One of some values, by the name that each has. */
    public static <T> T oneOf(String field, String text, T absent, T[] values, Function<T, String> nameOf) {
        if (text == null) {
            return absent;
        }
        return Arrays.stream(values).filter(value -> nameOf.apply(value).equals(text)).findFirst()
                .orElseThrow(() -> refusal(field,
                        "one of " + Arrays.stream(values).map(nameOf).collect(Collectors.joining(", ")), text));
    }

    /** What to answer where a parameter breaks its rule. */
    public static RefusedException refusal(String field, String rule, String text) {
        String shown = text == null ? "absent" : text.substring(0, Math.min(SHOWN, text.length()));
        return new RefusedException(ApiProblem.badRequest(field, field + " must be " + rule + ", was " + shown));
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
