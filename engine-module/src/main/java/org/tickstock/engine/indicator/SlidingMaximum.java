package org.tickstock.engine.indicator;

import java.util.Arrays;

/**
 * The greatest of the last values, the newest of which may still change.
 *
 * <p>Keeps only values that no later one exceeds: each enters once and leaves once.
 * <p>Thread: its owner's.
 */
final class SlidingMaximum {

    private final int length;
    private final double[] values;
    private final int[] places;
    private int first;
    private int count;
    private int settled;

    SlidingMaximum(int length) {
        this.length = length;
        this.values = new double[length];
        this.places = new int[length];
        Arrays.fill(values, Double.NEGATIVE_INFINITY);
    }

    void settle(double value) {
        while (count > 0 && values[at(count - 1)] <= value) {
            count--;
        }
        values[at(count)] = value;
        places[at(count)] = settled;
        count++;
        settled++;
        // The newest is not in here: one place less.
        if (places[first] <= settled - length) {
            first = at(1);
            count--;
        }
    }

    double with(double value) {
        return count == 0 ? value : Math.max(values[first], value);
    }

    private int at(int index) {
        // a remainder costs more than all the rest
        int at = first + index;
        return at < length ? at : at - length;
    }
}
