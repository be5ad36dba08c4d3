package org.tickstock.web.rest;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.tickstock.app.journal.EventQuery;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.web.problem.ApiProblem;
import org.tickstock.web.problem.RefusedException;

/**
 * What {@code GET /api/events} may be asked.
 *
 * <p>Errors: a {@link RefusedException} that names the parameter, its rule and its value.
 */
public class EventParameters {

    private static final long DEFAULT_LIMIT = 500;
    private static final long MAX_LIMIT = 1_000;
    private static final int SHOWN = 30;
    private static final long NS_PER_MS = 1_000_000L;
    private static final List<EventType> TYPES =
            Arrays.stream(EventType.values()).filter(EventType::isDisplay).toList();

    @QueryParam("epoch")
    private String epoch;
    @QueryParam("after")
    private String after;
    @QueryParam("limit")
    private String limit;
    @QueryParam("symbol")
    private String symbol;
    @QueryParam("type")
    private String type;
    @QueryParam("from")
    private String from;
    @QueryParam("to")
    private String to;

    EventQuery query(long liveEpoch) {
        return new EventQuery(
                number("epoch", epoch, liveEpoch, 1, Long.MAX_VALUE),
                number("after", after, 0, 0, Long.MAX_VALUE - 1),
                (int) number("limit", limit, DEFAULT_LIMIT, 1, MAX_LIMIT),
                symbolOf(symbol),
                typeOf(type),
                timeNs("from", from, Long.MIN_VALUE),
                timeNs("to", to, Long.MAX_VALUE));
    }

    private static String symbolOf(String text) {
        if (text == null || SymbolTable.isTicker(text)) {
            return text;
        }
        throw refusal("symbol", "a ticker in capitals", text);
    }

    private static EventType typeOf(String text) {
        if (text == null) {
            return null;
        }
        return TYPES.stream().filter(each -> each.wireName().equals(text)).findFirst().orElseThrow(() -> refusal(
                "type", "one of " + String.join(", ", TYPES.stream().map(EventType::wireName).toList()), text));
    }

    private static long timeNs(String field, String text, long absent) {
        if (text == null) {
            return absent;
        }
        try {
            Instant time = text.matches("\\d+") ? Instant.ofEpochMilli(Long.parseLong(text)) : Instant.parse(text);
            return Math.multiplyExact(time.toEpochMilli(), NS_PER_MS);
        } catch (DateTimeException | ArithmeticException | NumberFormatException unreadable) {
            throw refusal(field, "a time like 2013-10-08T13:30:00Z or in epoch milliseconds", text);
        }
    }

    private static long number(String field, String text, long absent, long least, long most) {
        if (text == null) {
            return absent;
        }
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException ignored) {
            // Said below, with the rule, like a number out of range.
        }
        throw refusal(field, most == MAX_LIMIT ? least + " to " + most : "a number >= " + least, text);
    }

    private static RefusedException refusal(String field, String rule, String text) {
        String shown = text.substring(0, Math.min(SHOWN, text.length()));
        return new RefusedException(ApiProblem.badRequest(field, field + " must be " + rule + ", was " + shown));
    }
}
