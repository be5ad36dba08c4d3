package org.tickstock.engine.detect;

import org.tickstock.engine.market.Tick;

/**
 * Reads what a {@link TickRecord} wrote, entry by entry.
 *
 * <p>Thread: belongs to one reader.
 */
final class RecordReader {

    private static final Tick.Kind[] KINDS = Tick.Kind.values();
    private static final int END_OF_CHUNK = 0xffff;
    private static final int KIND = 7;

    private final RecordedTicks record;
    private int next;
    private byte[] chunk = new byte[0];
    private int at;
    private long sessionNs;
    private boolean isSession;
    private long lastConditions;
    private long lastOpenMicros;
    private long lastVwapMicros;

    RecordReader(RecordedTicks record) {
        this.record = record;
    }

    /** Fills {@code tick}, which must be the one of the call before; false at the end. A session leaves it alone. */
    boolean next(Tick tick) {
        if (!findEntry()) {
            return false;
        }
        int flags = flags();
        isSession = (flags & KIND) == TickRecord.SESSION;
        if (isSession) {
            sessionNs = signed();
        } else {
            read(flags, tick);
        }
        return true;
    }

    /** Whether the last entry was the beginning of a market session rather than a tick. */
    boolean isSession() {
        return isSession;
    }

    /** When that session began. */
    long sessionNs() {
        return sessionNs;
    }

    private boolean findEntry() {
        boolean isLast = next == record.chunks().size();
        if (isLast && at == (next == 0 ? 0 : record.end())) {
            return false;
        }
        if (chunk.length == 0 || !isLast && peekFlags() == END_OF_CHUNK) {
            chunk = record.chunks().get(next++);
            at = 0;
            return next < record.chunks().size() || record.end() > 0;
        }
        return true;
    }

    private void read(int flags, Tick tick) {
        tick.symbolId = record.symbolId();
        tick.kind = KINDS[flags & KIND];
        tick.tsEventNs += signed() * (has(flags, TickRecord.TIME_IN_MS) ? TickRecord.NS_PER_MS : 1);
        tick.priceMicros += signed() * (has(flags, TickRecord.PRICE_IN_CENTS) ? TickRecord.MICROS_PER_CENT : 1);
        tick.sizeMicros = signed() * (has(flags, TickRecord.WHOLE_SHARES) ? TickRecord.MICROS_PER_SHARE : 1);
        boolean hasRange = has(flags, TickRecord.HAS_RANGE);
        tick.highMicros = tick.priceMicros + (hasRange ? signed() : 0);
        tick.lowMicros = tick.priceMicros + (hasRange ? signed() : 0);
        if (!has(flags, TickRecord.SAME_CONDITIONS)) {
            lastConditions = signed();
        }
        tick.conditionBits = lastConditions;
        tick.tradeKey = has(flags, TickRecord.HAS_KEY) ? fixed() : 0;
        tick.tsParticipantNs = has(flags, TickRecord.HAS_PARTICIPANT) ? tick.tsEventNs - signed() : 0;
        if (!has(flags, TickRecord.SAME_DAY_FIGURES)) {
            lastOpenMicros = signed();
            lastVwapMicros = signed();
        }
        tick.officialOpenMicros = lastOpenMicros;
        tick.dayVwapMicros = lastVwapMicros;
        tick.tsInitNs = tick.tsEventNs;
    }

    private static boolean has(int flags, int flag) {
        return (flags & flag) != 0;
    }

    private int peekFlags() {
        return chunk[at] & 0xff | (chunk[at + 1] & 0xff) << 8;
    }

    private int flags() {
        int flags = peekFlags();
        at += 2;
        return flags;
    }

    private long signed() {
        long value = 0;
        int shift = 0;
        byte part;
        do {
            part = chunk[at++];
            value |= (part & 0x7fL) << shift;
            shift += 7;
        } while (part < 0);
        return value >>> 1 ^ -(value & 1);
    }

    private long fixed() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            value |= (chunk[at++] & 0xffL) << shift;
        }
        return value;
    }
}
