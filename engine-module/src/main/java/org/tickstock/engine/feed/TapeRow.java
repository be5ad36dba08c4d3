package org.tickstock.engine.feed;

import java.nio.charset.StandardCharsets;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.TradeConditions;

/**
 * One row of a tape, parsed in place: {@code ts_ms,symbol,price,size,exchange,conditions}.
 *
 * <p>Thread: the feed's; reused for every row.
 * <p>Units: nanoseconds UTC, micro-dollars, micro-shares.
 */
final class TapeRow {

    private static final int FIELDS = 6;
    private static final long NS_PER_MS = 1_000_000;
    private static final long MAX_TS_MS = Long.MAX_VALUE / NS_PER_MS;

    private final SymbolTable symbols;
    private final boolean interning;
    private final int[] ends = new int[FIELDS];
    private final KnownTickers known = new KnownTickers();

    long tsEventNs;
    int symbolId;
    long priceMicros;
    long sizeMicros;
    long conditionBits;

    /** Rows whose tickers are looked up in {@code symbols}, or added to it when {@code interning}. */
    TapeRow(SymbolTable symbols, boolean interning) {
        this.symbols = symbols;
        this.interning = interning;
    }

    /** Takes the row in {@code text[from, to)}; null, or why it is no tick. */
    TickRefusal parse(byte[] text, int from, int to) {
        if (!split(text, from, to)) {
            return TickRefusal.MALFORMED;
        }
        long tsMs = FixedPoint.whole(text, from, ends[0]);
        if (tsMs <= 0 || tsMs > MAX_TS_MS) {
            return TickRefusal.BAD_TIME;
        }
        tsEventNs = tsMs * NS_PER_MS;
        priceMicros = FixedPoint.micros(text, ends[1] + 1, ends[2]);
        if (priceMicros <= 0) {
            return TickRefusal.BAD_PRICE;
        }
        sizeMicros = FixedPoint.micros(text, ends[2] + 1, ends[3]);
        if (sizeMicros < 0) {
            return TickRefusal.BAD_SIZE;
        }
        conditionBits = conditions(text, ends[4] + 1, ends[5]);
        return readSymbol(text, ends[0] + 1, ends[1]) ? null : TickRefusal.MALFORMED;
    }

    /** Notes where each field ends; false unless there are exactly six. */
    private boolean split(byte[] text, int from, int to) {
        int field = 0;
        for (int i = from; i < to; i++) {
            if (text[i] == ',') {
                if (field == FIELDS - 1) {
                    return false;
                }
                ends[field++] = i;
            }
        }
        ends[field] = to;
        return field == FIELDS - 1;
    }

    private boolean readSymbol(byte[] text, int from, int to) {
        symbolId = known.idOf(text, from, to);
        if (symbolId != SymbolTable.UNKNOWN) {
            return true;
        }
        String ticker = new String(text, from, to - from, StandardCharsets.US_ASCII);
        if (!SymbolTable.isTicker(ticker)) {
            return false;
        }
        symbolId = interning ? symbols.intern(ticker) : symbols.idOf(ticker);
        if (symbolId != SymbolTable.UNKNOWN) {
            known.put(ticker, symbolId);
        }
        return true;
    }

    /** Ids separated by blanks; one that is no number or too large becomes the bit for "other". */
    private static long conditions(byte[] text, int from, int to) {
        long bits = 0;
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || text[i] == ' ') {
                bits |= start == i ? 0 : bitOf(FixedPoint.whole(text, start, i));
                start = i + 1;
            }
        }
        return bits;
    }

    private static long bitOf(long id) {
        return TradeConditions.bitOf((int) Math.min(Integer.MAX_VALUE, id));
    }
}
