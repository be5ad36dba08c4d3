package org.tickstock.engine.bar;

import org.tickstock.engine.bar.Bar.State;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeKey;

/**
 * One minute of one symbol as it is folded.
 *
 * <p>The first and the last price go by the time of the trade, not by its arrival; of equal times the one that came
 * first opens and the one that came last closes. So a late trade finds its place.
 * <p>Thread: belongs to the symbol's lane.
 * <p>Units: micro-dollars, micro-shares, nanoseconds UTC.
 */
final class Minute {

    /** What a trade may do, as bits. */
    static final int MOVES_LAST = 1;
    static final int MOVES_HIGH_LOW = 2;
    static final int ADDS_VOLUME = 4;

    final long startNs;
    final long endNs;
    private final int symbolId;
    private final int tradeDay;
    private final MarketSession session;

    private long openMicros;
    private long highMicros;
    private long lowMicros;
    private long closeMicros;
    private long openNs;
    private long closeNs;
    private long openKey;
    private long highKey;
    private long lowKey;
    private long closeKey;
    private long volumeMicros;
    private int trades;
    private int revision;
    private boolean isClosed;
    private boolean isExact = true;

    Minute(int symbolId, int tradeDay, MarketSession session, long startNs) {
        this.symbolId = symbolId;
        this.tradeDay = tradeDay;
        this.session = session;
        this.startNs = startNs;
        this.endNs = startNs + Bar.LENGTH_NS;
    }

    /** Folds a print that was made at {@code atNs} and may do what {@code allowed} says. */
    void include(Tick print, long atNs, int allowed) {
        if ((allowed & MOVES_LAST) != 0) {
            if (openMicros == 0 || atNs < openNs) {
                openMicros = print.priceMicros;
                openNs = atNs;
                openKey = print.tradeKey;
            }
            if (closeMicros == 0 || atNs >= closeNs) {
                closeMicros = print.priceMicros;
                closeNs = atNs;
                closeKey = print.tradeKey;
            }
        }
        if ((allowed & MOVES_HIGH_LOW) != 0) {
            if (print.highMicros > highMicros) {
                highMicros = print.highMicros;
                highKey = print.tradeKey;
            }
            if (lowMicros == 0 || print.lowMicros < lowMicros) {
                lowMicros = print.lowMicros;
                lowKey = print.tradeKey;
            }
        }
        if ((allowed & ADDS_VOLUME) != 0) {
            volumeMicros += print.sizeMicros;
            trades++;
        }
    }

    /** Forgets every print, to be folded anew. */
    void empty() {
        openMicros = 0;
        highMicros = 0;
        lowMicros = 0;
        closeMicros = 0;
        openKey = TradeKey.NONE;
        highKey = TradeKey.NONE;
        lowKey = TradeKey.NONE;
        closeKey = TradeKey.NONE;
        volumeMicros = 0;
        trades = 0;
    }

    /** Takes a print out without knowing the others: a price that it set stays, and the bar says it is not exact. */
    void exclude(long key, long sizeMicros, int allowed) {
        if ((allowed & ADDS_VOLUME) != 0) {
            volumeMicros = Math.max(0, volumeMicros - sizeMicros);
            trades = Math.max(0, trades - 1);
        }
        isExact &= !isSetBy(key);
        openKey = openKey == key ? TradeKey.NONE : openKey;
        highKey = highKey == key ? TradeKey.NONE : highKey;
        lowKey = lowKey == key ? TradeKey.NONE : lowKey;
        closeKey = closeKey == key ? TradeKey.NONE : closeKey;
    }

    /** Some price may not be what it would be if every print were known. */
    void doubt() {
        isExact = false;
    }

    /** Whether the trade with this key set the open, high, low or close. */
    boolean isSetBy(long key) {
        return key != TradeKey.NONE && (key == openKey || key == highKey || key == lowKey || key == closeKey);
    }

    /** Whether no print has left a trace yet. */
    boolean isEmpty() {
        return openMicros == 0 && highMicros == 0 && trades == 0;
    }

    /** A minute is a bar from its first trade on that may set the last price. */
    boolean isBar() {
        return openMicros > 0 && highMicros > 0;
    }

    boolean isClosed() {
        return isClosed;
    }

    void close() {
        isClosed = true;
    }

    /** The bar after one more change, null when there is none left. */
    Bar revised() {
        revision++;
        return isBar() ? bar(State.REVISED) : new Bar(
                symbolId, tradeDay, session, startNs, 0, 0, 0, 0, 0, 0, revision, State.WITHDRAWN, isExact);
    }

    /** The bar as it stands, null when it is none. */
    Bar bar() {
        if (!isBar()) {
            return null;
        }
        return bar(!isClosed ? State.FORMING : revision == 0 ? State.PROVISIONAL : State.REVISED);
    }

    Bar bar(State state) {
        return new Bar(symbolId, tradeDay, session, startNs, openMicros, highMicros, lowMicros, closeMicros,
                volumeMicros, trades, revision, state, isExact);
    }
}
