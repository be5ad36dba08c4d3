package org.tickstock.app.feed;

import org.tickstock.app.feed.MassiveEvent.Field;
import org.tickstock.engine.feed.FeedListener;
import org.tickstock.engine.feed.TickRefusal;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;

/**
 * Turns the vendor's frames into ticks: JSON arrays in which trades, aggregates, price bands, status messages and
 * others are mixed.
 *
 * <p>One slot is filled again and again. An event that cannot be made a tick is told to the listener once, by reason;
 * the others of its frame are still read. A frame that breaks off costs what comes after the break. Kinds of events
 * that nobody asked for are passed over and counted.
 * <p>Thread: {@link #decode} by one thread at a time; the read-outs from any.
 * <p>Units: times become nanoseconds, see {@link MassiveEvent#timeNs}; prices and sizes become millionths, exactly,
 * half-even beyond the sixth place.
 * <p>Errors: none thrown of its own; what the listener throws passes through.
 * <p>Source: the vendor's WebSocket specification for stocks, channels T, A, AM and LULD; its article on time stamps
 * for {@code pt} and {@code trft}.
 */
final class MassiveMessageDecoder {

    /** Receives the vendor's words about the connection. */
    @FunctionalInterface
    interface StatusSink {

        /** Takes one status event, for instance "auth_success" and "authenticated". */
        void onStatus(String status, String message);
    }

    private static final long NS_PER_MS = 1_000_000L;
    private static final long MAX_MS = Long.MAX_VALUE / NS_PER_MS;
    private static final int CACHE_SIZE = 1 << 14;
    // indicators of the channel for price bands
    private static final long HALT_BIT = 1L << 17;
    private static final long RESUME_BIT = 1L << 18;

    private final SymbolTable symbols;
    private final MassiveJsonCursor cursor = new MassiveJsonCursor();
    private final MassiveEvent event = new MassiveEvent();
    private final Tick tick = new Tick();
    private final String[] tickerCache = new String[CACHE_SIZE];
    private char[] text = new char[0];
    private long receiptNs;

    // written by the decoding thread alone, read by any
    private volatile long ticks;
    private volatile long ignored;
    private volatile long lastEventNs;
    private volatile long lastReceiptNs;

    MassiveMessageDecoder(SymbolTable symbols) {
        this.symbols = symbols;
    }

    /** Reads one frame, the first {@code length} characters of {@code frame}, which arrived at {@code arrivalNs}. */
    void decode(char[] frame, int length, long arrivalNs, FeedListener listener, StatusSink statuses) {
        text = frame;
        receiptNs = arrivalNs;
        cursor.reset(frame, 0, length);
        if (!cursor.take('[') || !decodeEvents(listener, statuses) || !cursor.atEnd()) {
            listener.onUnreadable(TickRefusal.MALFORMED);
        }
    }

    /** Ticks handed over so far. */
    long ticks() {
        return ticks;
    }

    /** Events of kinds that nobody asked for. */
    long ignored() {
        return ignored;
    }

    /** Event time of the last tick, 0 before the first. */
    long lastEventNs() {
        return lastEventNs;
    }

    /** Wall-clock time of the last tick, 0 before the first. */
    long lastReceiptNs() {
        return lastReceiptNs;
    }

    private boolean decodeEvents(FeedListener listener, StatusSink statuses) {
        if (cursor.take(']')) {
            return true;
        }
        do {
            int start = cursor.position();
            if (event.read(text, cursor)) {
                decodeEvent(listener, statuses);
            } else {
                // an event that is wrong inside may still have an end, behind which the next one begins
                cursor.rewind(start);
                if (!cursor.skipValue()) {
                    return false;
                }
                listener.onUnreadable(TickRefusal.MALFORMED);
            }
        } while (cursor.take(','));
        return cursor.take(']');
    }

    private void decodeEvent(FeedListener listener, StatusSink statuses) {
        if (event.isString(Field.EV, "T")) {
            deliver(fillTrade(), listener);
        } else if (event.isString(Field.EV, "A") || event.isString(Field.EV, "AM")) {
            deliver(fillAggregate(), listener);
        } else if (event.isString(Field.EV, "LULD")) {
            deliver(fillBand(), listener);
        } else if (event.isString(Field.EV, "status")) {
            statuses.onStatus(event.string(Field.STATUS), event.string(Field.MESSAGE));
        } else if (event.isString(Field.EV)) {
            ignored = ignored + 1;
        } else {
            listener.onUnreadable(TickRefusal.MALFORMED);
        }
    }

    private void deliver(TickRefusal refusal, FeedListener listener) {
        if (refusal != null) {
            listener.onUnreadable(refusal);
            return;
        }
        ticks = ticks + 1;
        lastEventNs = tick.tsEventNs;
        lastReceiptNs = receiptNs;
        listener.onTick(tick);
    }

    private TickRefusal fillTrade() {
        if (!event.isString(Field.SYM) || !event.readBits(Field.C)) {
            return TickRefusal.MALFORMED;
        }
        long price = event.micros(Field.P);
        long size = size(Field.DS, Field.S);
        long timeMs = event.whole(Field.T);
        long participantNs = participantNs();
        TickRefusal refusal = firstOf(refusePrice(price), refuseSize(size), refuseTime(timeMs),
            participantNs < 0 ? TickRefusal.BAD_TIME : null);
        if (refusal == null) {
            tick.trade(symbolId(Field.SYM), price, size, event.bits(), timeMs * NS_PER_MS, receiptNs);
            tick.tradeKey = event.tradeKey();
            tick.tsParticipantNs = participantNs;
        }
        return refusal;
    }

    /** When the trade was made, by its participant or else by the facility that was told of it; 0 where neither is. */
    private long participantNs() {
        long participantNs = event.timeNs(Field.PT);
        return participantNs == 0 ? event.timeNs(Field.TRFT) : participantNs;
    }

    /** Limits of the price; the same channel tells of halts, for what is listed at Nasdaq. */
    private TickRefusal fillBand() {
        if (!event.isString(Field.BAND_SYM) || !event.readBits(Field.I)) {
            return TickRefusal.MALFORMED;
        }
        long timeNs = event.timeNs(Field.T);
        if (timeNs <= 0) {
            return TickRefusal.BAD_TIME;
        }
        boolean halts = (event.bits() & HALT_BIT) != 0;
        if (halts || (event.bits() & RESUME_BIT) != 0) {
            tick.message(halts ? Tick.Kind.HALT : Tick.Kind.RESUME, symbolId(Field.BAND_SYM), timeNs, receiptNs);
            return null;
        }
        long high = event.micros(Field.H);
        long low = event.micros(Field.L);
        TickRefusal refusal = firstOf(refusePrice(high), refusePrice(low), high < low ? TickRefusal.BAD_PRICE : null);
        if (refusal == null) {
            tick.message(Tick.Kind.PRICE_BAND, symbolId(Field.BAND_SYM), timeNs, receiptNs);
            tick.highMicros = high;
            tick.lowMicros = low;
        }
        return refusal;
    }

    private TickRefusal fillAggregate() {
        if (!event.isString(Field.SYM)) {
            return TickRefusal.MALFORMED;
        }
        long close = event.micros(Field.C);
        long high = event.micros(Field.H);
        long low = event.micros(Field.L);
        long open = dayPrice(Field.OP);
        long vwap = dayPrice(Field.A);
        long volume = size(Field.DV, Field.V);
        long endMs = event.whole(Field.E);
        TickRefusal refusal = firstOf(refusePrice(close), refusePrice(high), refusePrice(low),
            refuseDayPrice(open), refuseDayPrice(vwap), refuseSize(volume), refuseTime(endMs));
        if (refusal == null) {
            tick.trade(symbolId(Field.SYM), close, volume, 0, endMs * NS_PER_MS, receiptNs);
            tick.kind = Tick.Kind.AGGREGATE;
            tick.highMicros = high;
            tick.lowMicros = low;
            tick.officialOpenMicros = open;
            tick.dayVwapMicros = vwap;
        }
        return refusal;
    }

    /** The decimal string where the vendor sends one, since the number beside it lacks the fraction. */
    private long size(Field decimal, Field number) {
        return event.has(decimal) ? event.microsOfString(decimal) : event.micros(number);
    }

    /** A price of the day so far, which the vendor leaves out before there is one. */
    private long dayPrice(Field field) {
        return event.has(field) ? event.micros(field) : 0;
    }

    private int symbolId(Field field) {
        int start = event.start(field);
        int end = event.end(field);
        int hash = 0;
        for (int at = start; at < end; at++) {
            hash = 31 * hash + text[at];
        }
        int slot = (hash ^ hash >>> 16) & CACHE_SIZE - 1;
        String ticker = tickerCache[slot];
        if (ticker == null || !MassiveJsonCursor.isText(text, start, end, ticker)) {
            ticker = event.string(field);
            tickerCache[slot] = ticker;
        }
        return symbols.idOf(ticker);
    }

    private static TickRefusal refusePrice(long micros) {
        return micros <= 0 ? TickRefusal.BAD_PRICE : refuseAbsurd(micros);
    }

    private static TickRefusal refuseDayPrice(long micros) {
        return micros < 0 ? TickRefusal.BAD_PRICE : refuseAbsurd(micros);
    }

    private static TickRefusal refuseSize(long micros) {
        return micros < 0 ? TickRefusal.BAD_SIZE : refuseAbsurd(micros);
    }

    private static TickRefusal refuseAbsurd(long micros) {
        return micros == MassiveDecimal.TOO_BIG ? TickRefusal.ABSURD : null;
    }

    private static TickRefusal refuseTime(long ms) {
        return ms <= 0 || ms > MAX_MS ? TickRefusal.BAD_TIME : null;
    }

    private static TickRefusal firstOf(TickRefusal... refusals) {
        for (TickRefusal refusal : refusals) {
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }
}
