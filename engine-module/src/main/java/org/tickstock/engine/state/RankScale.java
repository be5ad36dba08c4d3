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

    private final double[] sorted;
    /** Of each, how many are below or equal. */
    private final int[] endOfEqual;
    private final double[] figures;

    RankScale(double[] figures) {
        this.figures = figures;
        double[] known = new double[figures.length];
        int count = 0;
        for (double figure : figures) {
            if (!Double.isNaN(figure)) {
                // minus zero is zero
                known[count] = figure + 0.0;
                count++;
            }
        }
        sorted = Arrays.copyOf(known, count);
        Arrays.sort(sorted);
        endOfEqual = new int[count];
        for (int at = count - 1; at >= 0; at--) {
            endOfEqual[at] = at + 1 < count && sorted[at] == sorted[at + 1] ? endOfEqual[at + 1] : at + 1;
        }
    }

    /** How many are known. */
    int size() {
        return sorted.length;
    }

    /**
     * Where each figure lies from 1, the lowest, to 99, the highest; equal ones share the mean of their ranks, one that
     * is alone lies in the middle, 50; NaN where a figure is not known.
     */
    double[] percentiles() {
        double[] percentiles = new double[figures.length];
        for (int index = 0; index < figures.length; index++) {
            percentiles[index] = percentile(figures[index]);
        }
        return percentiles;
    }

    private double percentile(double figure) {
        if (Double.isNaN(figure)) {
            return Double.NaN;
        }
        if (sorted.length == 1) {
            return ALONE;
        }
        int below = below(figure);
        double meanRank = (below + 1 + endOfEqual[below]) / 2.0;
        return LOWEST + WIDTH * (meanRank - 1) / (sorted.length - 1);
    }

    /** Where each figure stands from 1, the highest, on; of equal ones the earlier in the array comes first. */
    int[] places() {
        int[] places = new int[figures.length];
        int[] takenOfEqual = new int[sorted.length];
        for (int index = 0; index < figures.length; index++) {
            double figure = figures[index];
            if (!Double.isNaN(figure)) {
                int below = below(figure);
                places[index] = sorted.length - endOfEqual[below] + 1 + takenOfEqual[below];
                takenOfEqual[below]++;
            }
        }
        return places;
    }

    private int below(double figure) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < figure) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
