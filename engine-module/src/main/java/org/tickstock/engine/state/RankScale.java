package org.tickstock.engine.state;

import java.util.Arrays;

/**
 * The order of some figures among each other. What is not known has no place in it.
 *
 * <p>Thread: immutable; may be shared.
 */
final class RankScale {

    /** Place of a figure that is not known. */
    static final int NO_PLACE = 0;

    private static final double LOWEST = 1;
    private static final double WIDTH = 98;
    private static final double ALONE = 50;

    private final double[] figures;
    /** Indexes of what is known, the lowest first; of equal ones the earlier. */
    private final int[] order;

    RankScale(double[] figures) {
        this.figures = figures;
        this.order = ascending(figures);
    }

    /**
     * Sorts whole numbers, each of which holds most of a figure and, in place of its last bits, its index; what the
     * lost bits put out of order, next to each other, is put right afterwards.
     */
    private static int[] ascending(double[] figures) {
        int indexBits = Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, figures.length - 1));
        long indexMask = (1L << indexBits) - 1;
        long[] keys = new long[figures.length];
        int known = 0;
        for (int index = 0; index < figures.length; index++) {
            if (!Double.isNaN(figures[index])) {
                // minus zero becomes zero; the bits of negative numbers grow the wrong way
                long bits = Double.doubleToRawLongBits(figures[index] + 0.0);
                long ordered = bits ^ bits >> Long.SIZE - 1 & Long.MAX_VALUE;
                keys[known] = ordered & ~indexMask | index;
                known++;
            }
        }
        Arrays.sort(keys, 0, known);
        int[] order = new int[known];
        for (int at = 0; at < known; at++) {
            int index = (int) (keys[at] & indexMask);
            int to = at;
            while (to > 0 && isAfter(figures, order[to - 1], index)) {
                order[to] = order[to - 1];
                to--;
            }
            order[to] = index;
        }
        return order;
    }

    private static boolean isAfter(double[] figures, int index, int other) {
        return figures[index] > figures[other] || figures[index] == figures[other] && index > other;
    }

    /**
     * Where each figure lies from 1, the lowest, to 99, the highest; equal ones share the mean of their ranks, one that
     * is alone lies in the middle, 50; NaN where a figure is not known.
     */
    double[] percentiles() {
        double[] percentiles = new double[figures.length];
        Arrays.fill(percentiles, Double.NaN);
        int end;
        for (int from = 0; from < order.length; from = end) {
            end = endOfEqual(from);
            double meanRank = (from + 1 + end) / 2.0;
            double percentile = order.length == 1 ? ALONE : LOWEST + WIDTH * (meanRank - 1) / (order.length - 1);
            for (int at = from; at < end; at++) {
                percentiles[order[at]] = percentile;
            }
        }
        return percentiles;
    }

    /** Where each figure stands from 1, the highest, on; of equal ones the earlier in the array comes first. */
    int[] places() {
        int[] places = new int[figures.length];
        int end;
        for (int from = 0; from < order.length; from = end) {
            end = endOfEqual(from);
            for (int at = from; at < end; at++) {
                places[order[at]] = order.length - end + 1 + at - from;
            }
        }
        return places;
    }

    private int endOfEqual(int from) {
        int end = from + 1;
        while (end < order.length && figures[order[end]] == figures[order[from]]) {
            end++;
        }
        return end;
    }
}
