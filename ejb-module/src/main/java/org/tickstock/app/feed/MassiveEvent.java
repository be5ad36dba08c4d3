package org.tickstock.app.feed;

import java.util.Arrays;
import org.tickstock.engine.market.TradeConditions;

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
        /** Trade: time. */
        T("t"),
        /** Aggregate: volume. */
        V("v"),
        /** Aggregate: volume with its fraction, a string. */
        DV("dv"),
        /** Aggregate: high. */
        H("h"),
        /** Aggregate: low. */
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

    private final MassiveJsonCursor items = new MassiveJsonCursor();
    private final int[] from = new int[FIELDS.length];
    private final int[] to = new int[FIELDS.length];
    private char[] text = new char[0];
    private long conditionBits;

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

    /** Reads the list of condition ids into {@link #conditionBits}; false when it is no list of whole numbers. */
    boolean readConditions() {
        conditionBits = 0;
        if (!has(Field.C)) {
            return true;
        }
        items.reset(text, from[Field.C.ordinal()], to[Field.C.ordinal()]);
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
            conditionBits |= TradeConditions.bitOf((int) Math.max(-1, Math.min(id, Integer.MAX_VALUE)));
        } while (items.take(','));
        return items.take(']') && items.atEnd();
    }

    /** What {@link #readConditions} read: bits as {@link TradeConditions} names them. */
    long conditionBits() {
        return conditionBits;
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
        for (Field field : FIELDS) {
            if (MassiveJsonCursor.isText(text, start, end, field.key)) {
                return field;
            }
        }
        return null;
    }
}
