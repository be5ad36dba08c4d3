package org.tickstock.engine.state;

import java.util.Arrays;
import java.util.List;

/**
 * What a group would be worth if its members were weighted equally anew each day: the index goes with the mean of its
 * members' changes.
 *
 * <p>100 on the day before the first change; on a day without any it stays. Holds the days before the market's newest.
 * <p>Thread: immutable once it is made; may be shared.
 */
final class GroupIndex {

    private static final double BASE = 100;

    private final double[] levels;
    private final int[] advances;
    private final int[] declines;

    /** Collects the changes of members, day by day. */
    static final class Changes {

        private final double[] sums;
        private final int[] counts;
        private final int[] advances;
        private final int[] declines;

        Changes(TradeDays days) {
            int length = Math.max(0, days.size() - 1);
            sums = new double[length];
            counts = new int[length];
            advances = new int[length];
            declines = new int[length];
        }

        private void add(int at, double close, double before) {
            int side = Prices.compare(close, before);
            sums[at] += close / before - 1;
            counts[at]++;
            advances[at] += side > 0 ? 1 : 0;
            declines[at] += side < 0 ? 1 : 0;
        }
    }

    GroupIndex(Changes changes) {
        int length = changes.sums.length;
        advances = changes.advances;
        declines = changes.declines;
        levels = new double[length + 1];
        Arrays.fill(levels, Double.NaN);
        for (int at = 0; at < length; at++) {
            step(levels, at, changes.counts[at] == 0 ? Double.NaN : changes.sums[at] / changes.counts[at]);
        }
    }

    /** Tells all groups of a symbol its changes on the days before the market's newest. */
    static void collect(SymbolFigures symbol, TradeDays days, List<Changes> groups) {
        int end = days.size() - 1;
        int at = 0;
        for (int index = 1; index < symbol.bars(); index++) {
            boolean isNewest = index == symbol.bars() - 1;
            int day = isNewest ? symbol.day() : symbol.history().day(index);
            while (at < end && days.day(at) < day) {
                at++;
            }
            if (at >= end) {
                return;
            }
            if (days.day(at) == day) {
                double close = isNewest ? symbol.last() : symbol.history().close(index);
                for (int group = 0; group < groups.size(); group++) {
                    groups.get(group).add(at, close, symbol.history().close(index - 1));
                }
            }
        }
    }

    private static void step(double[] levels, int at, double change) {
        double before = at == 0 ? Double.NaN : levels[at - 1];
        if (Double.isNaN(change)) {
            levels[at] = before;
            return;
        }
        if (Double.isNaN(before) && at > 0) {
            levels[at - 1] = BASE;
        }
        levels[at] = (Double.isNaN(before) ? BASE : before) * (1 + change);
    }

    /** The levels of all days, the newest included, whose mean change is this ratio; NaN where there was none. */
    double[] levelsWith(double change) {
        double[] all = levels.clone();
        step(all, all.length - 1, change);
        return all;
    }

    /** How many rose on each day before the newest. */
    int advances(int at) {
        return advances[at];
    }

    /** How many fell on each day before the newest. */
    int declines(int at) {
        return declines[at];
    }

    /** How many days there are before the newest. */
    int size() {
        return advances.length;
    }

    /** The mean change of the members on the market's newest day as a ratio; NaN where none has a bar of it. */
    static double newestChange(int[] members, SymbolFigures[] market, int newestDay) {
        double sum = 0;
        int count = 0;
        for (int member : members) {
            double change = changeOn(newestDay, market[member]);
            if (!Double.isNaN(change)) {
                sum += change;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /** A symbol may already have a bar of a day that the market has not reached. */
    private static double changeOn(int day, SymbolFigures symbol) {
        if (symbol.day() == day) {
            return symbol.performance().dayPct() / 100;
        }
        int index = symbol.day() < day ? -1 : symbol.history().indexAtOrBefore(day);
        return index > 0 && symbol.history().day(index) == day
                ? symbol.history().close(index) / symbol.history().close(index - 1) - 1 : Double.NaN;
    }
}
