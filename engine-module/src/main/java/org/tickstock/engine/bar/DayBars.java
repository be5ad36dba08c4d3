package org.tickstock.engine.bar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import org.tickstock.engine.bar.Bar.State;
import org.tickstock.engine.indicator.PriceBar;
import org.tickstock.engine.market.MarketSession;

/**
 * Each symbol's regular session so far: its closed minutes folded into one bar, and the minute that is forming on top.
 *
 * <p>A minute that closes is added in constant time; one that changes after has its symbol's minutes folded anew.
 * <p>Thread: the lane's, like the builder it reads from.
 * <p>Units: micro-dollars and micro-shares inside, USD and shares outside.
 */
public final class DayBars {

    private static final double MICROS = 1e6;

    private final IntFunction<List<Bar>> minutesOf;
    private final IntFunction<Bar> newestOf;
    private final BitSet changed = new BitSet();
    private Fold[] folds = new Fold[1_024];

    /** Closed minutes of the regular session of one trade date. */
    private static final class Fold {
        private int tradeDay;
        private long lastStartNs = Long.MIN_VALUE;
        private long openMicros;
        private long highMicros;
        private long lowMicros;
        private long closeMicros;
        private long volumeMicros;

        Fold(int tradeDay) {
            this.tradeDay = tradeDay;
        }

        boolean isEmpty() {
            return lastStartNs == Long.MIN_VALUE;
        }

        void add(Bar minute) {
            if (isEmpty()) {
                openMicros = minute.openMicros();
                highMicros = minute.highMicros();
                lowMicros = minute.lowMicros();
            }
            highMicros = Math.max(highMicros, minute.highMicros());
            lowMicros = Math.min(lowMicros, minute.lowMicros());
            closeMicros = minute.closeMicros();
            volumeMicros += minute.volumeMicros();
            lastStartNs = minute.startNs();
        }
    }

    /**
     * Days without a minute.
     *
     * @param minutesOf a symbol's minutes of its trade date as they stand, oldest first
     * @param newestOf a symbol's newest minute as it stands; null where it has none
     */
    public DayBars(IntFunction<List<Bar>> minutesOf, IntFunction<Bar> newestOf) {
        this.minutesOf = minutesOf;
        this.newestOf = newestOf;
    }

    /** The symbol printed: its day is told with the next {@link #changed}. */
    public void onPrint(int symbolId) {
        changed.set(symbolId);
    }

    /** A minute closed, or changed after. */
    public void onBar(Bar minute) {
        if (minute.session() != MarketSession.REGULAR || minute.state() == State.FINAL) {
            return;
        }
        changed.set(minute.symbolId());
        Fold fold = foldOf(minute);
        if (minute.state() == State.PROVISIONAL && minute.startNs() > fold.lastStartNs) {
            fold.add(minute);
        } else if (minute.tradeDay() == fold.tradeDay) {
            folds[minute.symbolId()] = refold(minute.symbolId(), minute.tradeDay());
        }
    }

    /** The days that changed since this was asked last, of symbols that have traded in their regular session. */
    public List<DayBar> changed() {
        List<DayBar> days = new ArrayList<>(changed.cardinality());
        for (int id = changed.nextSetBit(0); id >= 0; id = changed.nextSetBit(id + 1)) {
            DayBar day = dayOf(id);
            if (day != null) {
                days.add(day);
            }
        }
        changed.clear();
        return days;
    }

    private DayBar dayOf(int symbolId) {
        Fold closed = symbolId < folds.length ? folds[symbolId] : null;
        Bar newest = newestOf.apply(symbolId);
        boolean isForming = newest != null && newest.state() == State.FORMING
                && newest.session() == MarketSession.REGULAR;
        if (!isForming) {
            return closed == null || closed.isEmpty() ? null : day(symbolId, closed);
        }
        Fold whole = new Fold(newest.tradeDay());
        if (closed != null && closed.tradeDay == newest.tradeDay() && !closed.isEmpty()) {
            whole.openMicros = closed.openMicros;
            whole.highMicros = closed.highMicros;
            whole.lowMicros = closed.lowMicros;
            whole.volumeMicros = closed.volumeMicros;
            whole.lastStartNs = closed.lastStartNs;
        }
        whole.add(newest);
        return day(symbolId, whole);
    }

    private static DayBar day(int symbolId, Fold fold) {
        return new DayBar(symbolId, fold.tradeDay, new PriceBar(fold.openMicros / MICROS, fold.highMicros / MICROS,
                fold.lowMicros / MICROS, fold.closeMicros / MICROS, fold.volumeMicros / MICROS));
    }

    private Fold foldOf(Bar minute) {
        int id = minute.symbolId();
        if (id >= folds.length) {
            folds = Arrays.copyOf(folds, Math.max(id + 1, folds.length * 2));
        }
        if (folds[id] == null || folds[id].tradeDay < minute.tradeDay()) {
            folds[id] = new Fold(minute.tradeDay());
        }
        return folds[id];
    }

    private Fold refold(int symbolId, int tradeDay) {
        Fold anew = new Fold(tradeDay);
        for (Bar minute : minutesOf.apply(symbolId)) {
            if (minute.tradeDay() == tradeDay && minute.session() == MarketSession.REGULAR
                    && minute.state() != State.FORMING && minute.state() != State.WITHDRAWN) {
                anew.add(minute);
            }
        }
        return anew;
    }
}
