package org.tickstock.engine.bar;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeConditions;
import org.tickstock.engine.market.TradeKey;

/** A builder with one symbol; bars are told as text: time, O H L C, volume and trades, revision, state. */
final class BarBench implements BarSink {

    static final int FORM_T = 12;
    static final int OFFICIAL_CLOSE = 15;
    static final int OUT_OF_SEQUENCE = 33;
    static final int ODD_LOT = 37;
    static final int CORRECTED_CLOSE = 38;

    final MinuteBarBuilder builder;
    final List<Bar> bars = new ArrayList<>();
    private final Tick tick = new Tick();
    private LocalDate date = LocalDate.of(2026, 6, 10);

    BarBench() {
        this(BarSettings.defaults());
    }

    BarBench(BarSettings settings) {
        builder = new MinuteBarBuilder(TradeConditions.sip(), new NewYorkCalendar(), settings, this);
    }

    BarBench on(String day) {
        date = LocalDate.parse(day);
        return this;
    }

    BarBench trade(String at, String usd, double shares, int... conditions) {
        return print(at, usd, shares, 0, at, conditions);
    }

    /** A trade with an id, which can be taken back. */
    BarBench known(int id, String at, String usd, double shares, int... conditions) {
        return print(at, usd, shares, id, at, conditions);
    }

    /** A trade that was made earlier than the tape told it. */
    BarBench late(int id, String at, String madeAt, String usd, double shares, int... conditions) {
        return print(at, usd, shares, id, madeAt, conditions);
    }

    BarBench aggregate(String end, String highUsd, String lowUsd, String closeUsd, double shares) {
        tick.trade(0, micros(closeUsd), micros(shares), 0, ns(end), ns(end));
        tick.kind = Tick.Kind.AGGREGATE;
        tick.highMicros = micros(highUsd);
        tick.lowMicros = micros(lowUsd);
        builder.onPrint(tick);
        return this;
    }

    BarBench cancel(int id, String at) {
        return cancel(id, at, 0);
    }

    BarBench cancel(int id, String at, double shares) {
        tick.message(Tick.Kind.CANCEL, 0, ns(at), ns(at));
        tick.tradeKey = key(id);
        tick.sizeMicros = micros(shares);
        builder.onTakenBack(tick);
        return this;
    }

    BarBench correct(int id, String at, String usd, double shares, int... conditions) {
        tick.trade(0, micros(usd), micros(shares), bits(conditions), ns(at), ns(at));
        tick.kind = Tick.Kind.CORRECTION;
        tick.tradeKey = key(id);
        builder.onTakenBack(tick);
        return this;
    }

    /** Everything told since the last time. */
    List<String> told() {
        List<String> lines = bars.stream().map(BarBench::text).toList();
        bars.clear();
        return lines;
    }

    String forming() {
        Bar bar = builder.newest(0);
        return bar == null ? "none" : text(bar);
    }

    long ns(String time) {
        ZonedDateTime at = ZonedDateTime.of(date, LocalTime.parse(time), NewYorkCalendar.NEW_YORK);
        return at.toEpochSecond() * 1_000_000_000L + at.getNano();
    }

    @Override
    public void onBar(Bar bar) {
        bars.add(bar);
    }

    private BarBench print(String at, String usd, double shares, int id, String madeAt, int... conditions) {
        tick.trade(0, micros(usd), micros(shares), bits(conditions), ns(at), ns(at));
        tick.tradeKey = id == 0 ? TradeKey.NONE : key(id);
        tick.tsParticipantNs = ns(madeAt);
        builder.onPrint(tick);
        return this;
    }

    private static String text(Bar bar) {
        LocalTime start = Instant.ofEpochSecond(bar.startNs() / 1_000_000_000L)
                .atZone(NewYorkCalendar.NEW_YORK).toLocalTime();
        return start + " " + usd(bar.openMicros()) + " " + usd(bar.highMicros()) + " " + usd(bar.lowMicros()) + " "
                + usd(bar.closeMicros()) + " " + usd(bar.volumeMicros()) + "/" + bar.trades() + " r" + bar.revision()
                + " " + bar.state() + (bar.exact() ? "" : " INEXACT");
    }

    private static String usd(long micros) {
        return BigDecimal.valueOf(micros, 6).stripTrailingZeros().toPlainString();
    }

    private static long micros(String usd) {
        return new BigDecimal(usd).movePointRight(6).longValueExact();
    }

    private static long micros(double shares) {
        return Math.round(shares * 1e6);
    }

    private static long key(int id) {
        return TradeKey.of("Q", String.valueOf(id));
    }

    private static long bits(int... conditions) {
        long bits = 0;
        for (int id : conditions) {
            bits |= TradeConditions.bitOf(id);
        }
        return bits;
    }
}
