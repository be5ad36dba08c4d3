package org.tickstock.bench.baseline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Consumer;
import org.tickstock.engine.event.Direction;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.SessionSpan;

/**
 * Everything known of one symbol, and the order in which the rules see a trade.
 *
 * <p>Source: detection rules, "Order of work for one accepted trade" and section 0.
 */
final class PlainSymbol {

    private static final long GAP_NS = 120_000_000_000L;
    private static final double MICROS = 1_000_000;
    private static final int SIZES = 20;
    private static final int SIZES_KNOWN_FROM = 5;

    private final String ticker;
    private final Consumer<PlainEvent> out;
    private final PlainHighLow highLow = new PlainHighLow(this);
    private final PlainTrend trend = new PlainTrend(this);
    private final PlainSurge surge = new PlainSurge(this);
    private final PlainPressure pressure = new PlainPressure(this);
    private final PlainVolatility volatility = new PlainVolatility();

    private SessionSpan span;
    private int ordinal;
    private long notional;
    private long volume;
    private long baseMicros;
    private long lastTimeNs = Long.MIN_VALUE;
    private PlainTrade lastEligible;
    private long suspectMicros;

    private final Deque<Long> sizes = new ArrayDeque<>();
    private long sumOfSizes;
    private double relVolume;

    private boolean secondIsOpen;
    private long openSecond;
    private long openPriceMicros;
    private long openShares;
    private long closedPriceMicros;

    PlainSymbol(String ticker, Consumer<PlainEvent> out) {
        this.ticker = ticker;
        this.out = out;
    }

    void onTrade(PlainTrade trade, SessionSpan at) {
        if (at.session() == MarketSession.CLOSED || trade.timeNs() < lastTimeNs) {
            return;
        }
        enter(at);
        boolean eligible = PlainConditions.mayMoveHighLow(trade.conditions(), at.session());
        if (isSuspect(trade, eligible)) {
            return;
        }
        lastTimeNs = trade.timeNs();
        long shares = PlainConditions.addsVolume(trade.conditions()) ? trade.shares() : 0;
        notional += trade.priceMicros() * shares;
        volume += shares;
        if (eligible) {
            onEligible(trade, shares);
        }
    }

    private void onEligible(PlainTrade trade, long shares) {
        if (lastEligible != null && trade.timeNs() - lastEligible.timeNs() > GAP_NS) {
            forgetSeconds();
            trend.interrupt();
        }
        lastEligible = trade;
        if (baseMicros == 0) {
            baseMicros = trade.priceMicros();
        }
        relVolume = sizes.size() < SIZES_KNOWN_FROM || sumOfSizes == 0 ? 0
                : (double) trade.shares() * sizes.size() / sumOfSizes;
        highLow.onTrade(trade);
        if (secondIsOpen && trade.second() > openSecond) {
            closeSecond();
            trend.onSecondClosed(trade);
        }
        addToSecond(trade, shares);
        volatility.onTrade(trade);
        addSize(trade.shares());
        surge.onTrade(trade, openShares);
        pressure.onTrade(trade, shares);
    }

    private void closeSecond() {
        int sign = closedPriceMicros == 0 ? 0 : Long.compare(openPriceMicros, closedPriceMicros);
        SecondBucket closed = new SecondBucket(openSecond, openPriceMicros, openShares, sign);
        closedPriceMicros = openPriceMicros;
        secondIsOpen = false;
        trend.add(closed);
        surge.add(closed);
    }

    private void addToSecond(PlainTrade trade, long shares) {
        if (!secondIsOpen) {
            secondIsOpen = true;
            openSecond = trade.second();
            openShares = 0;
        }
        openPriceMicros = trade.priceMicros();
        openShares += shares;
    }

    private void addSize(long shares) {
        sizes.addLast(shares);
        sumOfSizes += shares;
        if (sizes.size() > SIZES) {
            sumOfSizes -= sizes.removeFirst();
        }
    }

    private void forgetSeconds() {
        secondIsOpen = false;
        closedPriceMicros = 0;
        trend.forgetSeconds();
        surge.forgetSeconds();
    }

    private void enter(SessionSpan at) {
        if (at.equals(span)) {
            return;
        }
        if (span == null || span.tradeDay() != at.tradeDay()) {
            ordinal = 0;
            notional = 0;
            volume = 0;
            volatility.clear();
        }
        forgetSeconds();
        highLow.newSession();
        trend.newSession();
        surge.newSession();
        pressure.newSession();
        baseMicros = 0;
        lastEligible = null;
        suspectMicros = 0;
        span = at;
    }

    /** More than half away from the last price, until a second such price confirms it. */
    private boolean isSuspect(PlainTrade trade, boolean eligible) {
        if (lastEligible == null) {
            return false;
        }
        long last = lastEligible.priceMicros();
        if (Math.abs(trade.priceMicros() - last) * 2 <= last) {
            return false;
        }
        if (!eligible) {
            return true;
        }
        boolean confirmed = Math.abs(trade.priceMicros() - suspectMicros) * 5 <= suspectMicros;
        suspectMicros = confirmed ? 0 : trade.priceMicros();
        return !confirmed;
    }

    void raise(EventType type, PlainTrade trade, long priceMicros, Direction direction, Map<String, Object> details) {
        ordinal++;
        double vwap = vwapMicros() / MICROS;
        details.put("percent_change", percentChange(priceMicros));
        details.put("vwap", vwap);
        details.put("vwap_divergence", (priceMicros / MICROS - vwap) / vwap * 100);
        details.put("volume", trade.shares());
        details.put("rel_volume", relVolume);
        out.accept(new PlainEvent(type, ticker, ordinal, trade.timeNs(), priceMicros, direction, details));
    }

    void raisePressure(long windowEndNs, Map<String, Object> details) {
        out.accept(new PlainEvent(EventType.PRESSURE, ticker, 0, windowEndNs, 0, null, details));
    }

    SessionSpan span() {
        return span;
    }

    PlainTrend trend() {
        return trend;
    }

    PlainSurge surge() {
        return surge;
    }

    PlainVolatility volatility() {
        return volatility;
    }

    double relVolume() {
        return relVolume;
    }

    /** Not a number before the first volume. */
    double vwapMicros() {
        return volume == 0 ? Double.NaN : (double) notional / volume;
    }

    double percentChange(long priceMicros) {
        return (double) (priceMicros - baseMicros) / baseMicros * 100;
    }
}
