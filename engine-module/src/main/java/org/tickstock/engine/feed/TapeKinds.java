package org.tickstock.engine.feed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tickstock.engine.market.Tick;

/**
 * What a tape calls the kinds of ticks.
 *
 * <p>Thread: immutable.
 */
final class TapeKinds {

    private static final Tick.Kind[] KINDS = Tick.Kind.values();
    private static final byte[][] NAMES = Arrays.stream(KINDS)
            .map(kind -> nameOf(kind).getBytes(StandardCharsets.US_ASCII)).toArray(byte[][]::new);

    private TapeKinds() {
    }

    /** The kind that {@code text[from, to)} names, or null. */
    static Tick.Kind of(byte[] text, int from, int to) {
        for (int i = 0; i < NAMES.length; i++) {
            if (Arrays.equals(NAMES[i], 0, NAMES[i].length, text, from, to)) {
                return KINDS[i];
            }
        }
        return null;
    }

    /** All names, for a person. */
    static String names() {
        return String.join(", ", Arrays.stream(KINDS).map(TapeKinds::nameOf).toList());
    }

    private static String nameOf(Tick.Kind kind) {
        return switch (kind) {
            case TRADE -> "trade";
            case AGGREGATE -> "aggregate";
            case CANCEL -> "cancel";
            case CORRECTION -> "correct";
            case HALT -> "halt";
            case RESUME -> "resume";
            case PRICE_BAND -> "band";
        };
    }
}
