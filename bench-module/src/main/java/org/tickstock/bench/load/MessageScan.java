package org.tickstock.bench.load;

import java.nio.charset.StandardCharsets;

/**
 * Finds in one message what is to be counted, without parsing the rest: what it covers, when it was sent, and the
 * offsets of its events.
 *
 * <p>Knows {@code stock_data} in TickStock's frame and in Socket.IO's packet, and single events.
 * <p>Thread: one owner; the fields hold until the next scan.
 */
final class MessageScan {

    private static final byte[] FROM = key("\"from\":");
    private static final byte[] TO = key("\"to\":");
    private static final byte[] SERVER_TIME = key("\"server_time_ms\":");
    private static final byte[] OFFSET = key("{\"offset\":");
    private static final byte[] GAP = key("{\"event\":\"gap\"");
    /** Everything of a message but its events begins within so many bytes. */
    private static final int HEAD = 256;
    private static final long MIX_1 = 0xBF58476D1CE4E5B9L;
    private static final long MIX_2 = 0x94D049BB133111EBL;

    /** The last offset before those that the message covers, -1 where it does not say. */
    long from;
    /** The last offset that it covers, -1 where it does not say. */
    long to;
    /** When it was sent, milliseconds UTC, -1 where it does not say. */
    long serverTimeMs;
    /** How many events it carries. */
    int events;
    /** The sum of a hash over their offsets: equal for equal sets, whatever their order. */
    long offsetSum;
    /** The greatest and the least offset of an event, 0 where there is none. */
    long greatest;
    long least;

    /** Looks through a message that {@link #carriesEvents}. */
    void scan(byte[] bytes, int length) {
        int head = Math.min(length, HEAD);
        from = number(bytes, head, length, FROM);
        to = number(bytes, head, length, TO);
        serverTimeMs = number(bytes, head, length, SERVER_TIME);
        events = 0;
        offsetSum = 0;
        greatest = 0;
        least = 0;
        for (int i = 0; i + OFFSET.length < length; i++) {
            if (bytes[i] == '{' && bytes[i + 2] == 'o' && matches(bytes, i, OFFSET)) {
                count(numberAt(bytes, i + OFFSET.length, length));
                i += OFFSET.length;
            }
        }
    }

    /** Whether the message is {@code stock_data}, or one event. */
    static boolean carriesEvents(byte[] bytes, int length) {
        int limit = Math.min(length, 32);
        for (int i = 0; i + 6 < limit; i++) {
            if (bytes[i] == '"' && bytes[i + 1] == 's' && bytes[i + 2] == 't' && bytes[i + 3] == 'o'
                    && bytes[i + 4] == 'c' && bytes[i + 5] == 'k' && bytes[i + 6] == '_') {
                return true;
            }
        }
        return false;
    }

    /** Whether the message says that something cannot be had. */
    static boolean declaresGap(byte[] bytes, int length) {
        return length > GAP.length && matches(bytes, 0, GAP);
    }

    /** The hash whose sum {@link #offsetSum} is. */
    static long hash(long offset) {
        long mixed = (offset ^ offset >>> 30) * MIX_1;
        mixed = (mixed ^ mixed >>> 27) * MIX_2;
        return mixed ^ mixed >>> 31;
    }

    private void count(long offset) {
        least = events == 0 ? offset : Math.min(least, offset);
        greatest = Math.max(greatest, offset);
        offsetSum += hash(offset);
        events++;
    }

    private static long number(byte[] bytes, int head, int length, byte[] key) {
        for (int i = 0; i + key.length < head; i++) {
            if (matches(bytes, i, key)) {
                return numberAt(bytes, i + key.length, length);
            }
        }
        return -1;
    }

    private static boolean matches(byte[] bytes, int at, byte[] key) {
        for (int i = 0; i < key.length; i++) {
            if (bytes[at + i] != key[i]) {
                return false;
            }
        }
        return true;
    }

    private static long numberAt(byte[] bytes, int start, int length) {
        long number = 0;
        for (int i = start; i < length && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }

    private static byte[] key(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
