package org.tickstock.engine.market;

/**
 * One print or one vendor aggregate, as a reusable slot: the only mutable message of the engine.
 *
 * <p>Thread: owned by whoever fills it until it is handed over; a lane copies it into its own ring.
 * <p>Units: prices in micro-dollars (1e-6 USD), sizes in micro-shares (1e-6 share), times in nanoseconds UTC.
 */
public final class Tick {

    /** What a tick describes. */
    public enum Kind {
        /** A single trade. */
        TRADE,
        /** A vendor aggregate over a second or a minute. */
        AGGREGATE
    }

    /** Dense number of the symbol in the {@link SymbolTable}, -1 when it is not in there. */
    public int symbolId;
    /** Trade or aggregate. */
    public Kind kind = Kind.TRADE;
    /** Trade price, or the aggregate's close. */
    public long priceMicros;
    /** Highest price: an aggregate's high, a trade's price. */
    public long highMicros;
    /** Lowest price: an aggregate's low, a trade's price. */
    public long lowMicros;
    /** Shares traded, fractions included, in 1e-6 shares. */
    public long sizeMicros;
    /** Trade conditions, bit n for vendor condition id n; see {@link TradeConditions}. */
    public long conditionBits;
    /** Official open of the day where the feed carries it, else 0. */
    public long officialOpenMicros;
    /** Day VWAP where the feed carries it, else 0. */
    public long dayVwapMicros;
    /** When it happened: participant or consolidated-tape time. */
    public long tsEventNs;
    /** When we received it. */
    public long tsInitNs;

    /** Makes this slot a trade; what a trade does not carry is cleared. */
    public Tick trade(int symbol, long price, long size, long conditions, long eventNs, long initNs) {
        symbolId = symbol;
        kind = Kind.TRADE;
        priceMicros = price;
        highMicros = price;
        lowMicros = price;
        sizeMicros = size;
        conditionBits = conditions;
        officialOpenMicros = 0;
        dayVwapMicros = 0;
        tsEventNs = eventNs;
        tsInitNs = initNs;
        return this;
    }

    /** Copies every field of {@code other}. */
    public void copyFrom(Tick other) {
        symbolId = other.symbolId;
        kind = other.kind;
        priceMicros = other.priceMicros;
        highMicros = other.highMicros;
        lowMicros = other.lowMicros;
        sizeMicros = other.sizeMicros;
        conditionBits = other.conditionBits;
        officialOpenMicros = other.officialOpenMicros;
        dayVwapMicros = other.dayVwapMicros;
        tsEventNs = other.tsEventNs;
        tsInitNs = other.tsInitNs;
    }
}
