package org.tickstock.engine.feed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeConditions;
import org.tickstock.engine.market.TradeKey;

/**
 * One row of a tape, parsed in place into the one tick that the feed reuses.
 *
 * <p>Thread: the feed's; reused for every row.
 * <p>Errors: a row that is no tick is answered with the reason. A kind that does not exist is no bad row but a tape of
 * another format: an {@link IOException}.
 * <p>Source: {@code docs/tape-format.md}.
 */
final class TapeRow {

    private static final long NS_PER_MS = 1_000_000;
    private static final long MAX_TS_MS = Long.MAX_VALUE / NS_PER_MS;

    private static final int TS_MS = 0;
    private static final int SYMBOL = 1;
    private static final int PRICE = 2;
    private static final int SIZE = 3;
    private static final int EXCHANGE = 4;
    private static final int CONDITIONS = 5;

    // below SymbolTable.UNKNOWN, which is a ticker that is not watched
    private static final int NO_TICKER = -2;

    private final SymbolTable symbols;
    private final boolean interning;
    private final KnownTickers known = new KnownTickers();

    private TapeColumns columns;
    private boolean plain;
    // where each field ends; ends[i] + 1 is where the next begins
    private int[] ends = new int[TapeColumns.PLAIN_COUNT];
    private byte[] text;
    private int start;

    /** Rows whose tickers are looked up in {@code symbols}, or added to it when {@code interning}. */
    TapeRow(SymbolTable symbols, boolean interning) {
        this.symbols = symbols;
        this.interning = interning;
    }

    /** Says what the rows from now on consist of. */
    void expect(TapeColumns next) {
        columns = next;
        plain = next.isPlain();
        ends = new int[next.count()];
    }

    /** Reads the row in {@code bytes[from, to)} into {@code tick}; null, or why it is no tick. */
    TickRefusal parse(byte[] bytes, int from, int to, Tick tick) throws IOException {
        text = bytes;
        start = from;
        if (!split(to)) {
            return TickRefusal.MALFORMED;
        }
        long tsNs = timeNs(TS_MS);
        if (tsNs <= 0) {
            return TickRefusal.BAD_TIME;
        }
        Tick.Kind kind = plain ? Tick.Kind.TRADE : kind();
        if (kind != Tick.Kind.TRADE) {
            return message(tick, kind, tsNs);
        }
        TickRefusal refusal = print(tick, tsNs);
        return refusal != null || plain ? refusal : identity(tick);
    }

    /** Notes where each field ends; false unless there are as many as there are columns. */
    private boolean split(int to) {
        int last = ends.length - 1;
        int field = 0;
        for (int i = start; i < to; i++) {
            if (text[i] == ',') {
                if (field == last) {
                    return false;
                }
                ends[field++] = i;
            }
        }
        ends[field] = to;
        return field == last;
    }

    private TickRefusal print(Tick tick, long tsNs) {
        long priceMicros = micros(PRICE);
        if (priceMicros <= 0) {
            return TickRefusal.BAD_PRICE;
        }
        long sizeMicros = micros(SIZE);
        if (sizeMicros < 0) {
            return TickRefusal.BAD_SIZE;
        }
        long conditionBits = conditions(from(CONDITIONS), ends[CONDITIONS]);
        int symbolId = symbolId();
        if (symbolId == NO_TICKER) {
            return TickRefusal.MALFORMED;
        }
        tick.trade(symbolId, priceMicros, sizeMicros, conditionBits, tsNs, 0);
        return null;
    }

    private TickRefusal message(Tick tick, Tick.Kind kind, long tsNs) {
        return switch (kind) {
            case TRADE -> throw new IllegalStateException("a trade must be read as a print, was " + kind);
            case AGGREGATE -> aggregate(tick, tsNs);
            case CORRECTION -> corrected(tick, tsNs);
            case CANCEL -> canceled(tick, tsNs);
            case HALT, RESUME -> begin(tick, kind, tsNs);
            case PRICE_BAND -> band(tick, tsNs);
        };
    }

    private TickRefusal aggregate(Tick tick, long tsNs) {
        TickRefusal refusal = print(tick, tsNs);
        if (refusal != null) {
            return refusal;
        }
        tick.kind = Tick.Kind.AGGREGATE;
        return range(tick);
    }

    private TickRefusal corrected(Tick tick, long tsNs) {
        TickRefusal refusal = print(tick, tsNs);
        if (refusal != null) {
            return refusal;
        }
        tick.kind = Tick.Kind.CORRECTION;
        return knownTrade(tick);
    }

    /** The price and size that are taken back may be left empty: the trade's own count. */
    private TickRefusal canceled(Tick tick, long tsNs) {
        TickRefusal refusal = begin(tick, Tick.Kind.CANCEL, tsNs);
        if (refusal != null) {
            return refusal;
        }
        tick.priceMicros = isEmpty(PRICE) ? 0 : micros(PRICE);
        tick.sizeMicros = isEmpty(SIZE) ? 0 : micros(SIZE);
        tick.highMicros = tick.priceMicros;
        tick.lowMicros = tick.priceMicros;
        tick.conditionBits = conditions(from(CONDITIONS), ends[CONDITIONS]);
        if (tick.priceMicros < 0) {
            return TickRefusal.BAD_PRICE;
        }
        if (tick.sizeMicros < 0) {
            return TickRefusal.BAD_SIZE;
        }
        return knownTrade(tick);
    }

    private TickRefusal band(Tick tick, long tsNs) {
        TickRefusal refusal = begin(tick, Tick.Kind.PRICE_BAND, tsNs);
        return refusal == null ? range(tick) : refusal;
    }

    private TickRefusal begin(Tick tick, Tick.Kind kind, long tsNs) {
        int symbolId = symbolId();
        if (symbolId == NO_TICKER) {
            return TickRefusal.MALFORMED;
        }
        tick.message(kind, symbolId, tsNs, 0);
        return null;
    }

    /** High and low, which an aggregate and a band must have. */
    private TickRefusal range(Tick tick) {
        if (!TapeColumns.isPresent(columns.high()) || !TapeColumns.isPresent(columns.low())) {
            return TickRefusal.BAD_PRICE;
        }
        tick.highMicros = micros(columns.high());
        tick.lowMicros = micros(columns.low());
        return tick.lowMicros > 0 && tick.highMicros >= tick.lowMicros ? null : TickRefusal.BAD_PRICE;
    }

    /** Identity of the trade that a message is about, which it must have. */
    private TickRefusal knownTrade(Tick tick) {
        TickRefusal refusal = identity(tick);
        return refusal == null && tick.tradeKey == TradeKey.NONE ? TickRefusal.MALFORMED : refusal;
    }

    /** The trade's id, and when it was made, where the row tells. */
    private TickRefusal identity(Tick tick) {
        int id = columns.tradeId();
        if (TapeColumns.isPresent(id) && !isEmpty(id)) {
            long key = keyOf(TradeKey.EMPTY, from(EXCHANGE), ends[EXCHANGE]);
            tick.tradeKey = TradeKey.finish(keyOf(TradeKey.add(key, '|'), from(id), ends[id]));
        }
        int participant = columns.participantMs();
        if (TapeColumns.isPresent(participant) && !isEmpty(participant)) {
            tick.tsParticipantNs = timeNs(participant);
            return tick.tsParticipantNs > 0 ? null : TickRefusal.BAD_TIME;
        }
        return null;
    }

    private long keyOf(long key, int from, int to) {
        long mixed = key;
        for (int i = from; i < to; i++) {
            mixed = TradeKey.add(mixed, text[i] & 0xff);
        }
        return mixed;
    }

    private Tick.Kind kind() throws IOException {
        int column = columns.kind();
        if (!TapeColumns.isPresent(column) || isEmpty(column)) {
            return Tick.Kind.TRADE;
        }
        Tick.Kind kind = TapeKinds.of(text, from(column), ends[column]);
        if (kind == null) {
            throw new IOException("kind must be " + TapeKinds.names() + " or empty, was '"
                    + new String(text, from(column), ends[column] - from(column), StandardCharsets.UTF_8) + "'");
        }
        return kind;
    }

    /** Nanoseconds, or at most 0 where the field is no time; thousandths of a second may have a fraction. */
    private long timeNs(int column) {
        long tsMs = FixedPoint.whole(text, from(column), ends[column]);
        if (tsMs == FixedPoint.UNREADABLE) {
            // Millionths of a millisecond are nanoseconds.
            return micros(column);
        }
        return tsMs > MAX_TS_MS ? FixedPoint.UNREADABLE : tsMs * NS_PER_MS;
    }

    private long micros(int column) {
        return FixedPoint.micros(text, from(column), ends[column]);
    }

    private boolean isEmpty(int column) {
        return from(column) == ends[column];
    }

    private int from(int column) {
        return column == 0 ? start : ends[column - 1] + 1;
    }

    /** The symbol's number, {@link SymbolTable#UNKNOWN}, or {@link #NO_TICKER} where the field is none. */
    private int symbolId() {
        int from = from(SYMBOL);
        int id = known.idOf(text, from, ends[SYMBOL]);
        if (id != SymbolTable.UNKNOWN) {
            return id;
        }
        String ticker = new String(text, from, ends[SYMBOL] - from, StandardCharsets.US_ASCII);
        if (!SymbolTable.isTicker(ticker)) {
            return NO_TICKER;
        }
        id = interning ? symbols.intern(ticker) : symbols.idOf(ticker);
        if (id != SymbolTable.UNKNOWN) {
            known.put(ticker, id);
        }
        return id;
    }

    /** Ids separated by blanks; one that is no number or too large becomes the bit for "other". */
    private long conditions(int from, int to) {
        long bits = 0;
        int begin = from;
        for (int i = from; i <= to; i++) {
            if (i == to || text[i] == ' ') {
                bits |= begin == i ? 0 : bitOf(FixedPoint.whole(text, begin, i));
                begin = i + 1;
            }
        }
        return bits;
    }

    private static long bitOf(long id) {
        return TradeConditions.bitOf((int) Math.min(Integer.MAX_VALUE, id));
    }
}
