package org.tickstock.engine.detect.reference;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.tickstock.engine.event.EventOrigin;
import org.tickstock.engine.event.MarketEvent;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.SessionSpan;
import org.tickstock.engine.market.Tick;

/**
 * The detection rules read aloud: one symbol, every print kept in plain lists, every figure found by going through them
 * again. Slow on purpose; shares nothing with the engine but its vocabulary.
 *
 * <p>Source: detection rules, sections 0 to 4.
 */
public final class ReferenceSymbol {

    private static final long GAP_NS = 120_000_000_000L;
    private static final double MICROS = 1_000_000;

    private final int symbolId;
    private final String symbol;
    private final List<MarketEvent> events = new ArrayList<>();
    private final ReferenceHighLow highLow = new ReferenceHighLow(this);
    private final ReferenceTrend trend = new ReferenceTrend(this);
    private final ReferenceSurge surge = new ReferenceSurge(this);
    private final ReferencePressure pressure = new ReferencePressure(this);

    private SessionSpan span;
    private List<Print> before = new ArrayList<>();
    private List<Print> dayPrints = new ArrayList<>();
    private List<Print> sessionPrints = new ArrayList<>();
    private List<Print> runPrints = new ArrayList<>();
    private BigInteger notional = BigInteger.ZERO;
    private BigInteger shares = BigInteger.ZERO;
    private long feedVwap;
    private long officialOpen;
    private int ordinal;

    public ReferenceSymbol(int symbolId, String symbol) {
        this.symbolId = symbolId;
        this.symbol = symbol;
    }

    public List<MarketEvent> events() {
        return events;
    }

    /** Takes one accepted tick. */
    public void onTick(Tick tick, SessionSpan at, boolean eligible, boolean addsVolume) {
        enter(at);
        if (addsVolume) {
            BigInteger whole = BigInteger.valueOf(tick.sizeMicros / 1_000_000);
            notional = notional.add(whole.multiply(BigInteger.valueOf(tick.priceMicros)));
            shares = shares.add(whole);
            feedVwap = tick.dayVwapMicros > 0 ? tick.dayVwapMicros : feedVwap;
        }
        if (!eligible) {
            return;
        }
        Print print = Print.of(tick, at, addsVolume);
        if (!runPrints.isEmpty() && print.tsNs() - last(runPrints).tsNs() > GAP_NS) {
            runPrints = new ArrayList<>();
            trend.interrupt();
        }
        if (at.session() == MarketSession.REGULAR && tick.officialOpenMicros > 0) {
            officialOpen = tick.officialOpenMicros;
        }
        sessionPrints.add(print);
        highLow.onPrint(print);
        if (!runPrints.isEmpty() && print.second() > last(runPrints).second()) {
            trend.onSecondClosed(print);
        }
        runPrints.add(print);
        dayPrints.add(print);
        surge.onPrint(print);
        pressure.onPrint(print);
        before.add(print);
    }

    private void enter(SessionSpan at) {
        boolean newDay = span == null || span.tradeDay() != at.tradeDay();
        if (newDay) {
            dayPrints = new ArrayList<>();
            notional = BigInteger.ZERO;
            shares = BigInteger.ZERO;
            feedVwap = 0;
            ordinal = 0;
            surge.newDay();
        }
        if (newDay || span.session() != at.session()) {
            sessionPrints = new ArrayList<>();
            runPrints = new ArrayList<>();
            officialOpen = 0;
            highLow.newSession();
            trend.newSession();
            surge.newSession();
            pressure.newSession();
        }
        span = at;
    }

    void raise(MarketEvent event) {
        events.add(event);
    }

    EventOrigin origin(Print print, long price) {
        ordinal++;
        double vwap = vwapMicros();
        return new EventOrigin(symbolId, symbol, print.span().tradeDay(), print.span().session(), ordinal, print.tsNs(),
                print.initNs(), price, percentChange(price), vwap / MICROS, (price - vwap) / vwap * 100,
                print.size(), relVolume(print), false);
    }

    int symbolId() {
        return symbolId;
    }

    List<Print> sessionPrints() {
        return sessionPrints;
    }

    List<Print> runPrints() {
        return runPrints;
    }

    ReferenceTrend trend() {
        return trend;
    }

    ReferenceSurge surge() {
        return surge;
    }

    /** Not a number before the first volume. */
    double vwapMicros() {
        if (feedVwap > 0) {
            return feedVwap;
        }
        return shares.signum() == 0 ? Double.NaN : notional.doubleValue() / shares.doubleValue();
    }

    double percentChange(long price) {
        long base = officialOpen > 0 ? officialOpen : sessionPrints.get(0).price();
        return (double) (price - base) / base * 100;
    }

    double relVolume(Print print) {
        List<Print> last = before.subList(Math.max(0, before.size() - 20), before.size());
        double mean = last.stream().mapToLong(Print::size).average().orElse(0);
        return last.size() < 5 || mean == 0 ? 0 : print.size() / mean;
    }

    /** Sigma of so many seconds; not a number while it is not known. */
    double sigma(int seconds) {
        return sigma10() * Math.sqrt(seconds / 10.0);
    }

    /** From the prints of the day that have entered the ten-second buckets; the newest bucket is still open. */
    double sigma10() {
        List<Print> closes = new ArrayList<>();
        for (int i = 1; i < dayPrints.size(); i++) {
            if (tenSeconds(dayPrints.get(i)) != tenSeconds(dayPrints.get(i - 1))) {
                closes.add(dayPrints.get(i - 1));
            }
        }
        List<Double> squares = new ArrayList<>();
        for (int i = 1; i < closes.size(); i++) {
            Print previous = closes.get(i - 1);
            Print close = closes.get(i);
            if ((tenSeconds(close) - tenSeconds(previous)) * 10 <= 60) {
                double change = (double) (close.price() - previous.price()) / previous.price();
                squares.add(change * change);
            }
        }
        List<Double> used = squares.subList(Math.max(0, squares.size() - 180), squares.size());
        if (used.size() < 30) {
            return Double.NaN;
        }
        double mean = used.stream().reduce(0.0, Double::sum) / used.size();
        return Math.max(0.00005, Math.sqrt(mean));
    }

    private static long tenSeconds(Print print) {
        return print.second() / 10;
    }

    static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }
}
