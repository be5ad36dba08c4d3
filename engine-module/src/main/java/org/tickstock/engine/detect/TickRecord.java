package org.tickstock.engine.detect;

import java.util.ArrayList;
import java.util.List;
import org.tickstock.engine.market.SessionSpan;
import org.tickstock.engine.market.Tick;

/**
 * Writes down what one symbol's lane was told on a trade date, in about 15 bytes a tick.
 *
 * <p>Times and prices are differences to the tick before; what a tick does not carry, or carries like the one before,
 * takes a bit. When it was received is left out: no rule looks at it.
 * <p>Thread: belongs to the symbol's lane; chunks only grow, so that a copy of their list may be read by anyone.
 */
final class TickRecord {

    /** Kind of an entry that is no tick: a market session begins. */
    static final int SESSION = 7;

    static final int TIME_IN_MS = 1 << 3;
    static final int PRICE_IN_CENTS = 1 << 4;
    static final int WHOLE_SHARES = 1 << 5;
    static final int HAS_RANGE = 1 << 6;
    static final int SAME_CONDITIONS = 1 << 7;
    static final int HAS_KEY = 1 << 8;
    static final int HAS_PARTICIPANT = 1 << 9;
    static final int SAME_DAY_FIGURES = 1 << 10;

    static final long NS_PER_MS = 1_000_000L;
    static final long MICROS_PER_CENT = 10_000L;
    static final long MICROS_PER_SHARE = 1_000_000L;

    /** No entry is longer. */
    private static final int LONGEST = 112;
    private static final int FIRST_CHUNK = 256;
    private static final int LARGEST_CHUNK = 16_384;

    private final boolean beganHalted;
    private final List<byte[]> chunks = new ArrayList<>();
    private byte[] chunk = new byte[0];
    private int at;
    private long fullSinceNs;

    // what differences are taken to
    private long lastNs;
    private long lastMicros;
    private long lastConditions;
    private long lastOpenMicros;
    private long lastVwapMicros;
    private SessionSpan session;

    TickRecord(boolean beganHalted) {
        this.beganHalted = beganHalted;
    }

    /** Bytes it needs before it can take the next entry; 0 while there is room. */
    int needs() {
        return chunk.length - at >= LONGEST ? 0 : Math.min(LARGEST_CHUNK, Math.max(FIRST_CHUNK, chunk.length * 2));
    }

    /** Takes so many bytes more. */
    void grow(int bytes) {
        endChunk();
        chunk = new byte[bytes];
        chunks.add(chunk);
        at = 0;
    }

    /** There is no room any more: it ends here. */
    void end(long ns) {
        fullSinceNs = ns;
    }

    boolean hasEnded() {
        return fullSinceNs != 0;
    }

    SessionSpan session() {
        return session;
    }

    void begin(SessionSpan begun) {
        session = begun;
        flags(SESSION);
        signed(begun.startNs());
    }

    void add(Tick tick) {
        long ns = tick.tsEventNs - lastNs;
        long micros = tick.priceMicros - lastMicros;
        boolean inMs = ns % NS_PER_MS == 0;
        boolean inCents = micros % MICROS_PER_CENT == 0;
        boolean whole = tick.sizeMicros % MICROS_PER_SHARE == 0;
        boolean hasRange = tick.highMicros != tick.priceMicros || tick.lowMicros != tick.priceMicros;
        boolean sameConditions = tick.conditionBits == lastConditions;
        boolean sameFigures = tick.officialOpenMicros == lastOpenMicros && tick.dayVwapMicros == lastVwapMicros;
        flags(tick.kind.ordinal() | (inMs ? TIME_IN_MS : 0) | (inCents ? PRICE_IN_CENTS : 0)
                | (whole ? WHOLE_SHARES : 0) | (hasRange ? HAS_RANGE : 0) | (sameConditions ? SAME_CONDITIONS : 0)
                | (tick.tradeKey != 0 ? HAS_KEY : 0) | (tick.tsParticipantNs != 0 ? HAS_PARTICIPANT : 0)
                | (sameFigures ? SAME_DAY_FIGURES : 0));
        signed(inMs ? ns / NS_PER_MS : ns);
        signed(inCents ? micros / MICROS_PER_CENT : micros);
        signed(whole ? tick.sizeMicros / MICROS_PER_SHARE : tick.sizeMicros);
        if (hasRange) {
            signed(tick.highMicros - tick.priceMicros);
            signed(tick.lowMicros - tick.priceMicros);
        }
        if (!sameConditions) {
            signed(tick.conditionBits);
        }
        if (tick.tradeKey != 0) {
            fixed(tick.tradeKey);
        }
        if (tick.tsParticipantNs != 0) {
            signed(tick.tsEventNs - tick.tsParticipantNs);
        }
        if (!sameFigures) {
            signed(tick.officialOpenMicros);
            signed(tick.dayVwapMicros);
        }
        lastNs = tick.tsEventNs;
        lastMicros = tick.priceMicros;
        lastConditions = tick.conditionBits;
        lastOpenMicros = tick.officialOpenMicros;
        lastVwapMicros = tick.dayVwapMicros;
    }

    /** What is written so far. */
    RecordedTicks read(int symbolId, String symbol) {
        return new RecordedTicks(symbolId, symbol, beganHalted, fullSinceNs, List.copyOf(chunks), at);
    }

    /** The rest of a chunk is never read: an entry that is no entry ends it. */
    private void endChunk() {
        if (chunk.length > 0) {
            chunk[at] = (byte) 0xff;
            chunk[at + 1] = (byte) 0xff;
        }
    }

    private void flags(int flags) {
        chunk[at++] = (byte) flags;
        chunk[at++] = (byte) (flags >>> 8);
    }

    /** Small numbers of either sign in few bytes: seven bits each, lowest first. */
    private void signed(long value) {
        long rest = value << 1 ^ value >> 63;
        while ((rest & ~0x7fL) != 0) {
            chunk[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        chunk[at++] = (byte) rest;
    }

    private void fixed(long value) {
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            chunk[at++] = (byte) (value >>> shift);
        }
    }
}
