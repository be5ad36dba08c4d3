package org.tickstock.engine.detect;

import org.tickstock.engine.event.EventOrigin;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.SessionSpan;
import org.tickstock.engine.market.Tick;

/**
 * All that the rules remember of one symbol.
 *
 * <p>Thread: belongs to the symbol's lane.
 * <p>Units: micro-dollars, micro-shares, nanoseconds UTC.
 * <p>Source: detection rules, section 0.
 */
public final class SymbolState {

    private static final long NS_PER_S = 1_000_000_000L;
    private static final long MICROS = 1_000_000L;
    private static final long GAP_NS = 120 * NS_PER_S;
    private static final long NEVER = Long.MIN_VALUE;

    private final int symbolId;
    private final String symbol;

    // the trade date's
    private SessionSpan span;
    private int ordinal;
    private long priceTimesShares;
    private long shares;
    private long feedVwapMicros;
    private boolean vwapBeyondLong;
    final Volatility volatility = new Volatility();

    // the session's
    final SessionRange range = new SessionRange();
    final TrendState trend = new TrendState();
    final SurgeState surge = new SurgeState();
    private long baseMicros;

    // the symbol's
    final SecondBuckets seconds = new SecondBuckets();
    final TradeSizes sizes = new TradeSizes();
    final PressureState pressure = new PressureState();
    private long lastAcceptedNs = NEVER;
    private long lastEligibleNs = NEVER;
    private long lastEligibleMicros;
    private long suspectMicros;

    // what the current tick's rules share
    private double relVolume;
    private long volumeMicros;

    /** The empty state of one symbol. */
    SymbolState(int symbolId, String symbol) {
        this.symbolId = symbolId;
        this.symbol = symbol;
    }

    /** Session of the tick being worked on. */
    SessionSpan span() {
        return span;
    }

    long lastAcceptedNs() {
        return lastAcceptedNs;
    }

    /** Notes that a tick passed the checks, and begins a new session or trade date when it is the first of one. */
    void accept(Tick tick, SessionSpan at) {
        lastAcceptedNs = tick.tsEventNs;
        if (at != span) {
            enter(at);
        }
    }

    /** The last eligible price in the session of {@code at}, 0 before the first. */
    long lastEligibleMicros(SessionSpan at) {
        return isIn(at) ? lastEligibleMicros : 0;
    }

    long suspectMicros() {
        return suspectMicros;
    }

    void suspect(long priceMicros) {
        suspectMicros = priceMicros;
    }

    /** Adds to the day's VWAP; whole shares only, so that the sum of price times shares stays exact. */
    void addVolume(Tick tick) {
        long whole = tick.sizeMicros / MICROS;
        long product = tick.priceMicros * whole;
        long sum = priceTimesShares + product;
        vwapBeyondLong |= Math.multiplyHigh(tick.priceMicros, whole) != 0 || product < 0 || sum < 0;
        priceTimesShares = sum;
        shares += whole;
        feedVwapMicros = tick.dayVwapMicros > 0 ? tick.dayVwapMicros : feedVwapMicros;
    }

    /** What an eligible tick changes before the rules see it. */
    void begin(Tick tick, boolean addsVolume) {
        if (lastEligibleNs != NEVER && tick.tsEventNs - lastEligibleNs > GAP_NS) {
            seconds.clear();
            trend.interrupt();
        }
        lastEligibleNs = tick.tsEventNs;
        lastEligibleMicros = tick.priceMicros;
        if (baseMicros == 0) {
            baseMicros = tick.priceMicros;
        }
        if (span.session() == MarketSession.REGULAR && tick.officialOpenMicros > 0) {
            baseMicros = tick.officialOpenMicros;
        }
        relVolume = sizes.relative(tick.sizeMicros);
        volumeMicros = addsVolume ? tick.sizeMicros : 0;
    }

    /** Whether a tick of this second closes the open second bucket. */
    boolean closesSecond(long second) {
        return !seconds.isEmpty() && second > seconds.second(seconds.open());
    }

    /** What an eligible tick changes between the rules on closed seconds and those on open ones. */
    void bucket(Tick tick) {
        long second = secondOf(tick.tsEventNs);
        seconds.add(second, tick.priceMicros, volumeMicros);
        volatility.add(second, tick.priceMicros);
        sizes.add(tick.sizeMicros);
    }

    /** Size of the tick against the average before it, 0 while that is not known. */
    double relVolume() {
        return relVolume;
    }

    /** What the tick adds to volumes: its size, or nothing where its conditions say so. */
    long volumeMicros() {
        return volumeMicros;
    }

    /** Day VWAP in USD; {@code NaN} before the first volume, or when the day's sum is beyond what can be exact. */
    double vwapUsd() {
        if (feedVwapMicros > 0) {
            return (double) feedVwapMicros / MICROS;
        }
        return shares == 0 || vwapBeyondLong ? Double.NaN : (double) priceTimesShares / shares / MICROS;
    }

    double percentChange(long priceMicros) {
        return (double) (priceMicros - baseMicros) / baseMicros * 100;
    }

    /** The origin of an event raised by {@code tick} at {@code priceMicros}; each takes the next ordinal. */
    EventOrigin origin(Tick tick, long priceMicros) {
        double vwap = vwapUsd();
        double price = (double) priceMicros / MICROS;
        ordinal++;
        return new EventOrigin(symbolId, symbol, span.tradeDay(), span.session(), ordinal, tick.tsEventNs,
                tick.tsInitNs, priceMicros, percentChange(priceMicros), vwap, (price - vwap) / vwap * 100,
                tick.sizeMicros, relVolume);
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

    /** Spans may be equal without being the same object. */
    private boolean isIn(SessionSpan at) {
        return span != null && span.tradeDay() == at.tradeDay() && span.session() == at.session();
    }

    private void enter(SessionSpan at) {
        if (span == null || span.tradeDay() != at.tradeDay()) {
            ordinal = 0;
            priceTimesShares = 0;
            shares = 0;
            feedVwapMicros = 0;
            vwapBeyondLong = false;
            surge.dailyCount = 0;
            volatility.clear();
        }
        if (!isIn(at)) {
            range.clear();
            trend.clear();
            surge.clear();
            pressure.forgetPrice();
            seconds.clear();
            baseMicros = 0;
            lastEligibleNs = NEVER;
            lastEligibleMicros = 0;
            suspectMicros = 0;
        }
        span = at;
    }
}
