package org.tickstock.engine.state;

import java.util.Arrays;
import java.util.Collection;

/**
 * On which days the market traded: those on which at least a tenth of the living symbols have a bar.
 *
 * <p>So one wrong row on a holiday makes no day, and a market that begins to trade becomes a day once enough of it has.
 * A symbol lives from its first bar to a week after its last.
 * <p>Thread: immutable; may be shared.
 * <p>Units: epoch days.
 */
final class TradeDays {

    /** Before the first day. */
    static final int NONE = Integer.MIN_VALUE;

    private static final int LIFE_AFTER_LAST_BAR_DAYS = 7;
    private static final double QUORUM = 0.1;

    private final int[] days;

    private TradeDays(int[] days) {
        this.days = days;
    }

    /** The days of a market with these histories. */
    static TradeDays of(Collection<DailyHistory> histories) {
        int first = Integer.MAX_VALUE;
        int last = NONE;
        for (DailyHistory history : histories) {
            if (history.size() > 0) {
                first = Math.min(first, history.day(0));
                last = Math.max(last, history.day(history.size() - 1));
            }
        }
        return last == NONE ? new TradeDays(new int[0]) : quorate(histories, first, last - first + 1);
    }

    private static TradeDays quorate(Collection<DailyHistory> histories, int first, int length) {
        int[] bars = new int[length];
        int[] births = new int[length + LIFE_AFTER_LAST_BAR_DAYS + 1];
        for (DailyHistory history : histories) {
            if (history.size() > 0) {
                births[history.day(0) - first]++;
                births[history.day(history.size() - 1) - first + LIFE_AFTER_LAST_BAR_DAYS + 1]--;
            }
            for (int index = 0; index < history.size(); index++) {
                bars[history.day(index) - first]++;
            }
        }
        int living = 0;
        int count = 0;
        int[] found = new int[length];
        for (int day = 0; day < length; day++) {
            living += births[day];
            if (isQuorum(bars[day], living)) {
                found[count] = first + day;
                count++;
            }
        }
        return new TradeDays(Arrays.copyOf(found, count));
    }

    private static boolean isQuorum(int bars, int living) {
        return bars > 0 && bars >= QUORUM * living;
    }

    /** With the days that have come since, by the newest bar of each symbol; itself where there are none. */
    TradeDays grownTo(int[] newestDays) {
        int[] later = Arrays.stream(newestDays).filter(day -> day > last()).distinct().sorted().toArray();
        TradeDays grown = this;
        for (int day : later) {
            int bars = 0;
            int living = 0;
            for (int newest : newestDays) {
                bars += newest == day ? 1 : 0;
                living += newest >= day - LIFE_AFTER_LAST_BAR_DAYS ? 1 : 0;
            }
            if (isQuorum(bars, living)) {
                int[] longer = Arrays.copyOf(grown.days, grown.days.length + 1);
                longer[longer.length - 1] = day;
                grown = new TradeDays(longer);
            }
        }
        return grown;
    }

    /** The bars of these days, and of later ones, which may become one. */
    DailyHistory only(DailyHistory history) {
        int at = 0;
        for (int index = 0; index < history.size() && history.day(index) <= last(); index++) {
            while (days[at] < history.day(index)) {
                at++;
            }
            if (days[at] != history.day(index)) {
                return history.only(day -> day > last() || contains(day));
            }
        }
        return history;
    }

    boolean contains(int day) {
        return Arrays.binarySearch(days, day) >= 0;
    }

    int size() {
        return days.length;
    }

    int day(int index) {
        return days[index];
    }

    /** The newest; {@link #NONE} where there is none. */
    int last() {
        return days.length == 0 ? NONE : days[days.length - 1];
    }
}
