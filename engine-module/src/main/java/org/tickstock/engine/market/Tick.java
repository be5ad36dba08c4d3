package org.tickstock.engine.market;

/**
 * One message about one symbol - mostly a print - as a reusable slot: the only mutable message of the engine.
 *
 * <p>Thread: owned by whoever fills it until it is handed over; a lane copies it into its own ring.
 * <p>Units: prices in micro-dollars (1e-6 USD), sizes in micro-shares (1e-6 share), times in nanoseconds UTC.
 */
public final class Tick {

    /** What a tick describes, and which fields it needs beside symbol and time. */
    public enum Kind {
        /** A single trade: price, size, conditions. */
        TRADE,
        /** A vendor aggregate over a second or a minute: close, high, low, volume. */
        AGGREGATE,
        /** Takes a trade back: the key of that trade; its price and size where the feed repeats them, else 0. */
        CANCEL,
        /** Puts a trade right: the key of that trade; price, size and conditions as they should have been. */
        CORRECTION,
        /** Trading in the symbol stops. */
        HALT,
        /** Trading in the symbol goes on. */
        RESUME,
        /** The limits within which the symbol may trade from now on: high and low. */
        PRICE_BAND;

        /** Whether it reports something that traded. */
        public boolean isPrint() {
            return this == TRADE || this == AGGREGATE;
        }
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
    /** Identity of a trade within its symbol, see {@link TradeKey}; 0 where the feed gives none. */
    public long tradeKey;
    /** When it happened by the consolidated tape; every rule runs in this time. */
    public long tsEventNs;
    /** When the trade was made, by who made it; 0 where the feed does not tell. */
    public long tsParticipantNs;
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
        tradeKey = 0;
        tsEventNs = eventNs;
        tsParticipantNs = 0;
        tsInitNs = initNs;
        return this;
    }

    /** Makes this slot a message of another kind than a trade; what it carries is to be set after. */
    public Tick message(Kind what, int symbol, long eventNs, long initNs) {
        trade(symbol, 0, 0, 0, eventNs, initNs);
        kind = what;
        return this;
    }

    /** How long after the trade was made the tape told of it; 0 where that is not known. */
    public long reportDelayNs() {
        return tsParticipantNs == 0 ? 0 : tsEventNs - tsParticipantNs;
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
        tradeKey = other.tradeKey;
        tsEventNs = other.tsEventNs;
        tsParticipantNs = other.tsParticipantNs;
        tsInitNs = other.tsInitNs;
    }
}
