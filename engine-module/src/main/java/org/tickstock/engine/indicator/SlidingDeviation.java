package org.tickstock.engine.indicator;

/**
 * Mean and sample standard deviation of the last values, the newest of which may still change.
 *
 * <p>Values are taken relative to one of their own, chosen anew at each turn of the ring, so that squares of small
 * differences do not drown in those of large prices.
 * <p>Thread: its owner's.
 */
final class SlidingDeviation {

    private final int length;
    private final double[] settled;
    private int next;
    private int count;
    private double anchor;
    private double sum;
    private double squares;

    SlidingDeviation(int length) {
        if (length < 2) {
            throw new IllegalArgumentException("a deviation must be of 2 values or more, was " + length);
        }
        this.length = length;
        this.settled = new double[length - 1];
    }

    void settle(double value) {
        if (count == 0) {
            anchor = value;
        }
        if (count == settled.length) {
            double leaving = settled[next] - anchor;
            sum -= leaving;
            squares -= leaving * leaving;
        } else {
            count++;
        }
        settled[next] = value;
        double entering = value - anchor;
        sum += entering;
        squares += entering * entering;
        next++;
        if (next == settled.length) {
            next = 0;
            anchorAnew(value);
        }
    }

    private void anchorAnew(double value) {
        anchor = value;
        sum = 0;
        squares = 0;
        for (double each : settled) {
            double difference = each - anchor;
            sum += difference;
            squares += difference * difference;
        }
    }

    double meanWith(double value) {
        return anchor + (sum + value - anchor) / length;
    }

    double deviationWith(double value) {
        double newest = value - anchor;
        double total = sum + newest;
        double variance = (squares + newest * newest - total * total / length) / (length - 1);
        return Math.sqrt(Math.max(0, variance));
    }
}
