package org.tickstock.engine.bar;

import java.util.Arrays;
import java.util.List;
import org.tickstock.engine.bar.Bar.State;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.SessionCalendar;
import org.tickstock.engine.market.SessionSpan;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeConditions;

/**
 * Folds the prints of any number of symbols into bars of one minute of event time.
 *
 * <p>A print belongs to the minute of its event time, one that was reported late to the minute in which it was made.
 * An aggregate is stamped with the end of its span and belongs to the minute in which that ends; it carries no open, so
 * its close stands in. The conditions of a trade say whether it may set open and close, high and low, and the volume.
 * A minute is a bar from its first trade on that may set the last price; volume alone makes none.
 * <p>A bar is told once its minute is over: when a later print of the symbol comes, or {@link #closeUntil}. A late
 * trade, a cancel or a correction changes it and it is told again, with the next revision. A trade is known by its key
 * for {@link BarSettings#recomputeMinutes} minutes; one older that set a price of its bar leaves that price standing,
 * and the bar says it is not exact.
 * <p>Nothing is allocated for a print, but room that grows with the busiest minutes; a bar costs its objects.
 * <p>Thread: one lane's, the only writer.
 * <p>Errors: none; a print that lies in no session of its symbol's trade date is counted in {@link #unplaced}.
 * <p>Source: market rules, sections 1, 2 and 4.
 */
public final class MinuteBarBuilder {

    private static final long NS_PER_MS = 1_000_000L;
    private static final int CANCEL = -1;
    private static final int EVERYTHING = Minute.MOVES_LAST | Minute.MOVES_HIGH_LOW | Minute.ADDS_VOLUME;
    private static final SessionSpan NO_SPAN = new SessionSpan(0, MarketSession.CLOSED, 0, 0);

    private final TradeConditions conditions;
    private final SessionCalendar calendar;
    private final long maxReportDelayNs;
    private final int recomputeMinutes;
    private final BarSink sink;

    private SymbolMinutes[] symbols = new SymbolMinutes[1_024];
    private SessionSpan span = NO_SPAN;
    private long unplaced;
    private long unknown;

    /** A builder without bars; {@code sink} is called by whoever calls the builder. */
    public MinuteBarBuilder(
            TradeConditions conditions, SessionCalendar calendar, BarSettings settings, BarSink sink) {
        this.conditions = conditions;
        this.calendar = calendar;
        this.maxReportDelayNs = settings.maxReportDelayMs() * NS_PER_MS;
        this.recomputeMinutes = settings.recomputeMinutes();
        this.sink = sink;
    }

    /** Folds an accepted trade or aggregate; the slot is lent for the call. */
    public void onPrint(Tick print) {
        long atNs = madeAt(print);
        SessionSpan at = spanAt(atNs);
        SymbolMinutes minutes = symbolAt(print.symbolId, at.tradeDay());
        if (at.session() == MarketSession.CLOSED || at.tradeDay() < minutes.tradeDay()) {
            unplaced++;
            return;
        }
        if (at.tradeDay() > minutes.tradeDay()) {
            minutes.endDay(at.tradeDay());
        }
        minutes.add(print, atNs, at, allowed(print, at.session()));
    }

    /** Takes a cancelled trade out of its bar, or puts a corrected one right; the slot is lent for the call. */
    public void onTakenBack(Tick message) {
        SymbolMinutes minutes = message.symbolId < symbols.length ? symbols[message.symbolId] : null;
        long startNs = minutes == null ? 0 : minutes.startOf(message.tradeKey);
        if (startNs == 0) {
            unknown++;
            return;
        }
        minutes.takeBack(message, message.kind == Tick.Kind.CANCEL
                ? CANCEL : allowed(message, spanAt(startNs).session()));
    }

    /** Closes every minute that was over by {@code eventNs}, for symbols in which nobody trades any more. */
    public void closeUntil(long eventNs) {
        for (SymbolMinutes minutes : symbols) {
            if (minutes != null) {
                minutes.closeUntil(eventNs);
            }
        }
    }

    /** A symbol's trade date is over: its bars are told as final and forgotten; later prints of that date join none. */
    public void endOfDay(int symbolId) {
        if (symbolId < symbols.length && symbols[symbolId] != null) {
            symbols[symbolId].endDay(symbols[symbolId].tradeDay() + 1);
        }
    }

    /** The trade date is over for every symbol. */
    public void endOfDay() {
        for (int symbolId = 0; symbolId < symbols.length; symbolId++) {
            endOfDay(symbolId);
        }
    }

    /** The symbol's newest bar as it stands, mostly {@link State#FORMING}; null when its newest minute is no bar. */
    public Bar newest(int symbolId) {
        return symbolId < symbols.length && symbols[symbolId] != null ? symbols[symbolId].newest() : null;
    }

    /** The symbol's bars of its trade date that begin at this time or later, as they stand, oldest first. */
    public List<Bar> since(int symbolId, long fromNs) {
        return symbolId < symbols.length && symbols[symbolId] != null ? symbols[symbolId].since(fromNs) : List.of();
    }

    /** Prints that lie in no session of their symbol's trade date, and so in no bar. */
    public long unplaced() {
        return unplaced;
    }

    /** Cancels and corrections of trades that are not known any more. */
    public long unknown() {
        return unknown;
    }

    private long madeAt(Tick print) {
        if (print.kind == Tick.Kind.AGGREGATE) {
            return print.tsEventNs - 1;
        }
        return print.reportDelayNs() > maxReportDelayNs ? print.tsParticipantNs : print.tsEventNs;
    }

    private int allowed(Tick print, MarketSession session) {
        if (print.kind == Tick.Kind.AGGREGATE) {
            return EVERYTHING;
        }
        long bits = print.conditionBits;
        return (conditions.mayMoveLast(bits, session) ? Minute.MOVES_LAST : 0)
                | (conditions.mayMoveHighLow(bits, session) ? Minute.MOVES_HIGH_LOW : 0)
                | (conditions.addsVolume(bits) ? Minute.ADDS_VOLUME : 0);
    }

    private SessionSpan spanAt(long ns) {
        if (!span.contains(ns)) {
            span = calendar.spanAt(ns);
        }
        return span;
    }

    private SymbolMinutes symbolAt(int symbolId, int tradeDay) {
        if (symbolId >= symbols.length) {
            symbols = Arrays.copyOf(symbols, Math.max(symbolId + 1, symbols.length * 2));
        }
        SymbolMinutes minutes = symbols[symbolId];
        if (minutes == null) {
            minutes = new SymbolMinutes(symbolId, tradeDay, recomputeMinutes, sink);
            symbols[symbolId] = minutes;
        }
        return minutes;
    }
}
