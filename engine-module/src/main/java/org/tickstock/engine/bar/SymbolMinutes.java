package org.tickstock.engine.bar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.tickstock.engine.bar.Bar.State;
import org.tickstock.engine.market.SessionSpan;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeKey;

/**
 * The minutes of one symbol's trade date, oldest first, and the single prints of the last ones.
 *
 * <p>Thread: belongs to the symbol's lane.
 */
final class SymbolMinutes {

    private static final int FIRST_MINUTES = 4;

    private final int symbolId;
    private final long keptNs;
    private final BarSink sink;
    private final PrintLog log = new PrintLog();
    private final Tick scratch = new Tick();

    private int tradeDay;
    private Minute[] minutes = new Minute[FIRST_MINUTES];
    private int count;
    private Minute newest;

    SymbolMinutes(int symbolId, int tradeDay, int recomputeMinutes, BarSink sink) {
        this.symbolId = symbolId;
        this.tradeDay = tradeDay;
        this.keptNs = recomputeMinutes * Bar.LENGTH_NS;
        this.sink = sink;
    }

    int tradeDay() {
        return tradeDay;
    }

    /** Folds a print that was made at {@code atNs}, in {@code span}, which is of this trade date. */
    void add(Tick print, long atNs, SessionSpan span, int allowed) {
        Minute minute = newest;
        if (minute == null || atNs < minute.startNs || atNs >= minute.endNs) {
            minute = minuteAt(atNs, span);
        }
        if (minute.isClosed()) {
            Bar before = minute.bar();
            fold(minute, print, atNs, allowed);
            publishChange(minute, before);
        } else {
            fold(minute, print, atNs, allowed);
        }
    }

    /** Start of the minute of the trade with this key; 0 when it is not known any more. */
    long startOf(long key) {
        long number = log.find(key);
        if (number != PrintLog.UNKNOWN) {
            return startOf(log, number);
        }
        Minute minute = minuteSetBy(key);
        return minute == null ? 0 : minute.startNs;
    }

    /**
     * Takes a trade out that {@link #startOf} knows, or puts it right where {@code allowed} says what it may do now.
     *
     * @param allowed what the corrected trade may do; negative for a cancel
     */
    void takeBack(Tick message, int allowed) {
        long number = log.find(message.tradeKey);
        Minute minute = number == PrintLog.UNKNOWN
                ? minuteSetBy(message.tradeKey) : find(startOf(log, number));
        Bar before = minute.bar();
        if (number == PrintLog.UNKNOWN) {
            // What it was is not known any more; of a cancel the feed may repeat the size.
            minute.exclude(message.tradeKey, message.sizeMicros, allowed < 0 ? Minute.ADDS_VOLUME : 0);
        } else {
            change(minute, number, message, allowed);
        }
        publishChange(minute, before);
    }

    /** Closes the minute that is forming if it ended by {@code ns}. */
    void closeUntil(long ns) {
        if (newest != null && newest.endNs <= ns) {
            closeNewest();
        }
    }

    /** Every bar of the date is final; what comes next is of {@code nextTradeDay} or later. */
    void endDay(int nextTradeDay) {
        for (int i = 0; i < count; i++) {
            minutes[i].close();
            if (minutes[i].isBar()) {
                sink.onBar(minutes[i].bar(State.FINAL));
            }
        }
        Arrays.fill(minutes, 0, count, null);
        count = 0;
        newest = null;
        log.clear();
        tradeDay = nextTradeDay;
    }

    /** The bar of the newest minute as it stands, null when it is none. */
    Bar newest() {
        return newest == null ? null : newest.bar();
    }

    /** The bars of the minutes that begin at this time or later, oldest first. */
    List<Bar> since(long fromNs) {
        List<Bar> bars = new ArrayList<>();
        int from = search(fromNs);
        for (int i = from < 0 ? -1 - from : from; i < count; i++) {
            Bar bar = minutes[i].bar();
            if (bar != null) {
                bars.add(bar);
            }
        }
        return bars;
    }

    private void fold(Minute minute, Tick print, long atNs, int allowed) {
        if (print.kind == Tick.Kind.AGGREGATE) {
            // The trades within it are not known, so the minute cannot be computed from single ones.
            log.forgetBefore(minute.endNs);
        } else if (log.isOpen()) {
            log.add(print, atNs, allowed);
        } else if (print.tradeKey != TradeKey.NONE) {
            log.open(count == 1 && newest.isEmpty() ? Long.MIN_VALUE : newest.endNs);
            log.add(print, atNs, allowed);
        }
        minute.include(print, atNs, allowed);
    }

    private void change(Minute minute, long number, Tick message, int allowed) {
        long atNs = log.timeNs(number);
        long oldSizeMicros = log.sizeMicros(number);
        int wasAllowed = log.allowed(number);
        if (allowed < 0) {
            log.takeBack(number);
        } else {
            log.correct(number, message, allowed);
        }
        if (log.isWhole(minute.startNs)) {
            minute.empty();
            log.foldInto(minute, scratch);
            return;
        }
        minute.exclude(message.tradeKey, oldSizeMicros, wasAllowed);
        if (allowed >= 0) {
            // Where it stands among prints of the same instant is not known.
            minute.include(message, atNs, allowed);
            minute.doubt();
        }
    }

    private void publishChange(Minute minute, Bar before) {
        if (minute.isClosed() && !Objects.equals(before, minute.bar())) {
            sink.onBar(minute.revised());
        }
    }

    private Minute minuteAt(long atNs, SessionSpan span) {
        long startNs = Math.floorDiv(atNs, Bar.LENGTH_NS) * Bar.LENGTH_NS;
        if (newest != null && startNs < newest.startNs) {
            Minute known = find(startNs);
            return known != null ? known : insert(startNs, span);
        }
        if (newest != null) {
            closeNewest();
        }
        newest = new Minute(symbolId, tradeDay, span.session(), startNs);
        put(count, newest);
        if (log.isOpen()) {
            log.forgetBefore(startNs - keptNs);
        }
        return newest;
    }

    /** A minute that had no print in its time. */
    private Minute insert(long startNs, SessionSpan span) {
        Minute late = new Minute(symbolId, tradeDay, span.session(), startNs);
        late.close();
        put(-1 - search(startNs), late);
        return late;
    }

    private void closeNewest() {
        if (!newest.isClosed()) {
            newest.close();
            Bar bar = newest.bar();
            if (bar != null) {
                sink.onBar(bar);
            }
        }
    }

    private void put(int index, Minute minute) {
        if (count == minutes.length) {
            minutes = Arrays.copyOf(minutes, count * 2);
        }
        System.arraycopy(minutes, index, minutes, index + 1, count - index);
        minutes[index] = minute;
        count++;
    }

    private Minute minuteSetBy(long key) {
        for (int i = count - 1; i >= 0; i--) {
            if (minutes[i].isSetBy(key)) {
                return minutes[i];
            }
        }
        return null;
    }

    private Minute find(long startNs) {
        int index = search(startNs);
        return index < 0 ? null : minutes[index];
    }

    /** Index of the minute that begins then; -1 - where it belongs when there is none. */
    private int search(long startNs) {
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            if (minutes[middle].startNs < startNs) {
                low = middle + 1;
            } else if (minutes[middle].startNs > startNs) {
                high = middle - 1;
            } else {
                return middle;
            }
        }
        return -1 - low;
    }

    private static long startOf(PrintLog log, long number) {
        return Math.floorDiv(log.timeNs(number), Bar.LENGTH_NS) * Bar.LENGTH_NS;
    }
}
