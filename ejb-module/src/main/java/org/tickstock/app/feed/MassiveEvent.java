package org.tickstock.app.feed;

import java.util.Arrays;
import org.tickstock.engine.market.TradeConditions;
import org.tickstock.engine.market.TradeKey;

/**
 * One event object of a frame: where the values of the fields we use stand in the text.
 *
 * <p>Thread: one owner; reused from event to event.
 * <p>Source: the vendor's WebSocket specification; {@code ds} and {@code dv} are its decimal strings, which carry the
 * fractions of a share that {@code s} and {@code v} cut off.
 */
final class MassiveEvent {

    /** The fields we use, by the vendor's names; some mean different things in a trade and in an aggregate. */
    enum Field {
        /** Kind of the event. */
        EV("ev"),
        /** Symbol. */
        SYM("sym"),
        /** Trade: price. */
        P("p"),
        /** Trade: size. Aggregate: start. */
        S("s"),
        /** Trade: size with its fraction, a string. */
        DS("ds"),
        /** Trade: conditions. Aggregate: close. */
        C("c"),
        /** Trade, band: time on the consolidated tape. */
        T("t"),
        /** Band: symbol. */
        BAND_SYM("T"),
        /** Trade: exchange. */
        X("x"),
        /** Trade: id. Band: indicators. */
        I("i"),
        /** Trade: when its participant made it. */
        PT("pt"),
        /** Trade: when the trade reporting facility received it. */
        TRFT("trft"),
        /** Trade: which trade reporting facility. */
        TRFI("trfi"),
        /** Aggregate: volume. */
        V("v"),
        /** Aggregate: volume with its fraction, a string. */
        DV("dv"),
        /** Aggregate, band: high. */
        H("h"),
        /** Aggregate, band: low. */
        L("l"),
        /** Aggregate: volume-weighted average price of the day. */
        A("a"),
        /** Aggregate: official open of the day. */
        OP("op"),
        /** Aggregate: end. */
        E("e"),
        /** Status: what happened. */
        STATUS("status"),
        /** Status: the same for a person. */
        MESSAGE("message");

        private final String key;

        Field(String key) {
            this.key = key;
        }
    }

    private static final Field[] FIELDS = Field.values();
    // most keys are one letter and are found by it; the others are compared
    private static final Field[] BY_LETTER = new Field[128];
    private static final Field[] LONGER =
        Arrays.stream(FIELDS).filter(field -> field.key.length() > 1).toArray(Field[]::new);
    private static final long NS_PER_MS = 1_000_000L;
    private static final long NS_PER_US = 1_000L;
    // A time in milliseconds stays below the first until the year 5138, one in microseconds below the second.
    private static final long MAX_MS = 100_000_000_000_000L;
    private static final long MAX_US = MAX_MS * 1_000;

    static {
        for (Field field : FIELDS) {
            if (field.key.length() == 1) {
                BY_LETTER[field.key.charAt(0)] = field;
            }
        }
    }

    private final MassiveJsonCursor items = new MassiveJsonCursor();
    private final int[] from = new int[FIELDS.length];
    private final int[] to = new int[FIELDS.length];
    private char[] text = new char[0];
    private long bits;

    /** Reads one object at the cursor; false when it is none, or breaks off. */
    boolean read(char[] source, MassiveJsonCursor cursor) {
        text = source;
        Arrays.fill(to, 0);
        if (!cursor.take('{')) {
            return false;
        }
        if (cursor.take('}')) {
            return true;
        }
        do {
            if (!readField(cursor)) {
                return false;
            }
        } while (cursor.take(','));
        return cursor.take('}');
    }

    /** Whether the field is there and not null. */
    boolean has(Field field) {
        int end = to[field.ordinal()];
        return end > 0 && !MassiveJsonCursor.isText(text, from[field.ordinal()], end, "null");
    }

    /** Whether the field is the string {@code value}. */
    boolean isString(Field field, String value) {
        return isString(field) && MassiveJsonCursor.isText(text, start(field), end(field), value);
    }

    /** Whether the field is a string that is not empty. */
    boolean isString(Field field) {
        int start = from[field.ordinal()];
        return to[field.ordinal()] > start + 2 && text[start] == '"';
    }

    /** Where the string starts, behind the quote. */
    int start(Field field) {
        return from[field.ordinal()] + 1;
    }

    /** Where the string ends, before the quote. */
    int end(Field field) {
        return to[field.ordinal()] - 1;
    }

    /** The string with its escapes resolved, or "" when the field is none. */
    String string(Field field) {
        return isString(field) ? MassiveJsonCursor.unescape(text, start(field), end(field)) : "";
    }

    /** A number in millionths, or one of {@link MassiveDecimal}'s two refusals. */
    long micros(Field field) {
        return MassiveDecimal.micros(text, from[field.ordinal()], to[field.ordinal()]);
    }

    /** A number that the vendor writes as a string, in millionths, or one of {@link MassiveDecimal}'s two refusals. */
    long microsOfString(Field field) {
        return isString(field) ? MassiveDecimal.micros(text, start(field), end(field)) : MassiveDecimal.NOT_A_NUMBER;
    }

    /** A whole number, or one of {@link MassiveDecimal}'s two refusals. */
    long whole(Field field) {
        return MassiveDecimal.whole(text, from[field.ordinal()], to[field.ordinal()]);
    }

    /**
     * A time in nanoseconds, 0 where there is none, negative where it is no time.
     *
     * <p>The vendor's documents say milliseconds, its example of a price band shows microseconds, and its REST answers
     * have nanoseconds: the unit is told by the magnitude.
     */
    long timeNs(Field field) {
        if (!has(field)) {
            return 0;
        }
        long time = whole(field);
        if (time < 0 || time == MassiveDecimal.TOO_BIG) {
            return -1;
        }
        if (time < MAX_MS) {
            return time > Long.MAX_VALUE / NS_PER_MS ? -1 : time * NS_PER_MS;
        }
        return time < MAX_US ? time * NS_PER_US : time;
    }

    /** The trade's identity: exchange, reporting facility where there is one, and id; none without all of them. */
    long tradeKey() {
        if (!has(Field.X) || !isString(Field.I)) {
            return TradeKey.NONE;
        }
        long key = keyOf(TradeKey.EMPTY, from[Field.X.ordinal()], to[Field.X.ordinal()]);
        if (has(Field.TRFI)) {
            // Facilities number their trades each for itself, and share one exchange id.
            key = keyOf(TradeKey.add(key, '/'), from[Field.TRFI.ordinal()], to[Field.TRFI.ordinal()]);
        }
        return TradeKey.finish(keyOf(TradeKey.add(key, '|'), start(Field.I), end(Field.I)));
    }

    private long keyOf(long begun, int start, int end) {
        long key = begun;
        for (int at = start; at < end; at++) {
            key = TradeKey.add(key, text[at]);
        }
        return key;
    }

    /** Reads a list of condition or indicator ids into {@link #bits}; false when it is no list of whole numbers. */
    boolean readBits(Field field) {
        bits = 0;
        if (!has(field)) {
            return true;
        }
        items.reset(text, from[field.ordinal()], to[field.ordinal()]);
        if (!items.take('[')) {
            return false;
        }
        if (items.take(']')) {
            return items.atEnd();
        }
        do {
            int start = items.position();
            long id = items.skipValue() ? MassiveDecimal.whole(text, start, items.offset())
                : MassiveDecimal.NOT_A_NUMBER;
            if (id == MassiveDecimal.NOT_A_NUMBER) {
                return false;
            }
            bits |= TradeConditions.bitOf((int) Math.max(-1, Math.min(id, Integer.MAX_VALUE)));
        } while (items.take(','));
        return items.take(']') && items.atEnd();
    }

    /** What {@link #readBits} read: bit n for id n, as {@link TradeConditions} has them. */
    long bits() {
        return bits;
    }

    private boolean readField(MassiveJsonCursor cursor) {
        int key = cursor.position();
        if (!cursor.skipString()) {
            return false;
        }
        Field field = fieldNamed(key + 1, cursor.offset() - 1);
        if (!cursor.take(':')) {
            return false;
        }
        int start = cursor.position();
        if (!cursor.skipValue()) {
            return false;
        }
        if (field != null) {
            from[field.ordinal()] = start;
            to[field.ordinal()] = cursor.offset();
        }
        return true;
    }

    private Field fieldNamed(int start, int end) {
        if (end - start == 1) {
            return text[start] < BY_LETTER.length ? BY_LETTER[text[start]] : null;
        }
        for (Field field : LONGER) {
            if (MassiveJsonCursor.isText(text, start, end, field.key)) {
                return field;
            }
        }
        return null;
    }
}
