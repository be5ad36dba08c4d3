package org.tickstock.engine.detect;

import org.tickstock.engine.event.EventOrigin;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.SessionSpan;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeKey;

/**
 * All that the rules remember of one symbol.
 *
 * <p>Thread: belongs to the symbol's lane.
 * <p>Units: micro-dollars, micro-shares, nanoseconds UTC.
 * <p>Source: detection rules, section 0.
 */
public final class SymbolState {

    private static final long NS_PER_S = 1_000_000_000L;
    private static final double MICROS = 1_000_000;
    private static final long GAP_NS = 120 * NS_PER_S;
    private static final long NEVER = Long.MIN_VALUE;

    private final int symbolId;
    private final String symbol;

    // the trade date's
    private SessionSpan span;
    private int ordinal;
    final Volatility volatility = new Volatility();
    final SymbolStatistics statistics = new SymbolStatistics();
    final RecentTrades trades = new RecentTrades();
    final RaisedExtremes raised = new RaisedExtremes();

    // the session's
    final SessionRange range = new SessionRange();
    final TrendState trend = new TrendState();
    final SurgeState surge = new SurgeState();
    private long baseMicros;

    // the symbol's
    final SecondBuckets seconds = new SecondBuckets();
    final TradeFlow flow = new TradeFlow();
    final TradingLimits limits = new TradingLimits();
    private long lastAcceptedNs = NEVER;
    private long lastLiveNs = NEVER;
    private long lastLiveMicros;
    private boolean isRestricted;

    // what the current tick's rules share
    private double relVolume;
    private long volumeMicros;
    private boolean isReopening;

    /** The empty state of one symbol. */
    SymbolState(int symbolId, String symbol) {
        this.symbolId = symbolId;
        this.symbol = symbol;
    }

    /** Session of the tick being worked on; null before the first. */
    SessionSpan span() {
        return span;
    }

    /** Whether a print of this time is no older than what the symbol has seen, boundaries included. */
    boolean isInOrder(long tsNs) {
        return tsNs >= lastAcceptedNs;
    }

    /** How far a time is behind the last print in order; 0 or less when it is not. */
    long behindNs(long tsNs) {
        return lastAcceptedNs == NEVER ? 0 : lastAcceptedNs - tsNs;
    }

    /** Whether {@code at} belongs to a trade date before the symbol's. */
    boolean isPast(SessionSpan at) {
        return span != null && at.tradeDay() < span.tradeDay();
    }

    /** Whether the symbol's trade date ends where {@code begun} begins. */
    boolean endsWith(SessionSpan begun) {
        return span != null && span.tradeDay() < begun.tradeDay();
    }

    /** Notes a print in order of time. */
    void accept(Tick tick) {
        lastAcceptedNs = tick.tsEventNs;
    }

    /** The last live price of the session, 0 before the first. */
    long lastLiveMicros() {
        return lastLiveMicros;
    }

    /** What a live tick changes before the rules see it. */
    void begin(Tick tick, long addedMicros, boolean reopens) {
        if (lastLiveNs != NEVER && tick.tsEventNs - lastLiveNs > GAP_NS) {
            interrupt();
        }
        if (tick.tradeKey != TradeKey.NONE) {
            trades.markLive(tick.tradeKey);
        }
        lastLiveNs = tick.tsEventNs;
        lastLiveMicros = tick.priceMicros;
        if (baseMicros == 0) {
            baseMicros = tick.priceMicros;
        }
        if (span.session() == MarketSession.REGULAR && tick.officialOpenMicros > 0) {
            baseMicros = tick.officialOpenMicros;
        }
        relVolume = flow.relativeSize(tick.sizeMicros);
        volumeMicros = addedMicros;
        isReopening = reopens;
    }

    void halted(boolean halted) {
        limits.halted(halted);
        findRestriction();
    }

    void band(long lowMicros, long highMicros) {
        limits.band(lowMicros, highMicros);
        findRestriction();
    }

    /** Whether there is a halt or a band to ask about; mostly there is neither, and the limits are left alone. */
    boolean isRestricted() {
        return isRestricted;
    }

    private void findRestriction() {
        isRestricted = limits.isHalted() || limits.hasBand();
    }

    /** Trading was interrupted: what the windows hold does not go on where it stopped. */
    void interrupt() {
        seconds.clear();
        trend.interrupt();
    }

    /** A second print came near the quarantined one: it is live after all, at its own time. */
    void believeQuarantined(boolean isForDay) {
        Tick held = limits.quarantined;
        statistics.addLive(span.session(), held, limits.quarantinedVolumeMicros, isForDay);
        trades.markLive(held.tradeKey);
        if (range.isSeeded()) {
            range.include(held);
        }
        limits.releaseQuarantined();
    }

    /** Whether a tick of this second closes the open second bucket. */
    boolean closesSecond(long second) {
        return !seconds.isEmpty() && second > seconds.second(seconds.open());
    }

    /** What a live tick changes between the rules on closed seconds and those on open ones. */
    void bucket(Tick tick) {
        long second = secondOf(tick.tsEventNs);
        seconds.add(second, tick.priceMicros, volumeMicros);
        volatility.add(second, tick.priceMicros);
        flow.addSize(tick.sizeMicros);
    }

    /** Size of the tick against the average before it, 0 while that is not known. */
    double relVolume() {
        return relVolume;
    }

    /** What the tick adds to volumes: its size, or nothing where its conditions say so. */
    long volumeMicros() {
        return volumeMicros;
    }

    /** Day VWAP in USD, {@code NaN} while it is not known. */
    double vwapUsd() {
        return flow.vwapUsd();
    }

    /** Against the session's base price, {@code NaN} before there is one. */
    double percentChange(long priceMicros) {
        return baseMicros == 0 ? Double.NaN : (double) (priceMicros - baseMicros) / baseMicros * 100;
    }

    /** The origin of an event raised by {@code tick} at {@code priceMicros}; each takes the next ordinal. */
    EventOrigin origin(Tick tick, long priceMicros) {
        double vwapUsd = vwapUsd();
        double price = priceMicros / MICROS;
        ordinal++;
        // what a cancel says of an old trade is news of now
        long tsNs = Math.max(tick.tsEventNs, lastAcceptedNs);
        return new EventOrigin(symbolId, symbol, span.tradeDay(), span.session(), ordinal, tsNs,
                tick.tsInitNs, priceMicros, percentChange(priceMicros), vwapUsd, (price - vwapUsd) / vwapUsd * 100,
                tick.sizeMicros, relVolume, isReopening);
    }

    String symbol() {
        return symbol;
    }

    int symbolId() {
        return symbolId;
    }

    static long secondOf(long ns) {
        return Math.floorDiv(ns, NS_PER_S);
    }

    /** Begins a session, and a trade date with its first; an earlier one, or the same, changes nothing. */
    void enter(SessionSpan at) {
        if (at == span) {
            return;
        }
        boolean isNewDay = span == null || span.tradeDay() < at.tradeDay();
        if (!isNewDay && (at.tradeDay() < span.tradeDay() || at.startNs() <= span.startNs())) {
            return;
        }
        if (isNewDay) {
            ordinal = 0;
            flow.clearVwap();
            surge.dailyCount = 0;
            volatility.clear();
            statistics.clear();
            trades.clear();
            raised.clear();
        }
        range.clear();
        trend.clear();
        surge.clear();
        flow.forgetPrice();
        seconds.clear();
        limits.clear();
        findRestriction();
        baseMicros = 0;
        lastLiveNs = NEVER;
        lastLiveMicros = 0;
        lastAcceptedNs = Math.max(lastAcceptedNs, at.startNs());
        span = at;
    }
}
