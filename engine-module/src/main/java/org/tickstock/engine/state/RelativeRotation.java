package org.tickstock.engine.state;

import java.util.Arrays;

/**
 * A group's index against a benchmark, day by day: how strong it is beside it, and how that changes.
 *
 * <p>With {@code rel} the index in benchmarks, {@code x = rel / mean of rel over 50 days - 1}: the ratio is 100 plus
 * the z-score of x within its last 50, the momentum 100 plus the z-score of the ratio's change over 10 days within
 * its last 50. Sample deviations; where there is none the score is 0. Known from the 99th and the 158th day of the
 * index on.
 * <p>Thread: immutable; may be shared.
 * <p>Source: market state, section 2.
 */
final class RelativeRotation {

    private static final int WINDOW = 50;
    private static final int MOMENTUM_DAYS = 10;
    private static final double CENTER = 100;
    /** Below this a figure stood still, and its deviation is what rounding left. */
    private static final double STILL = 1e-9;

    private final double[] ratio;
    private final double[] momentum;

    RelativeRotation(double[] index, double[] benchmark) {
        int length = index.length;
        double[] relative = new double[length];
        for (int day = 0; day < length; day++) {
            relative[day] = index[day] / benchmark[day];
        }
        ratio = scores(distances(relative));
        double[] changes = new double[length];
        Arrays.fill(changes, Double.NaN);
        for (int day = MOMENTUM_DAYS; day < length; day++) {
            changes[day] = ratio[day] - ratio[day - MOMENTUM_DAYS];
        }
        momentum = scores(changes);
    }

    double ratio(int day) {
        return ratio[day];
    }

    double momentum(int day) {
        return momentum[day];
    }

    Quadrant quadrant(int day) {
        return Quadrant.of(ratio[day], momentum[day]);
    }

    /** How far each lies from the mean of the last 50, itself included, as a ratio. */
    private static double[] distances(double[] figures) {
        double[] distances = new double[figures.length];
        int known = 0;
        double sum = 0;
        for (int day = 0; day < figures.length; day++) {
            distances[day] = Double.NaN;
            if (!Double.isNaN(figures[day])) {
                sum += figures[day] - (known >= WINDOW ? figures[day - WINDOW] : 0);
                known++;
                distances[day] = known >= WINDOW ? figures[day] / (sum / WINDOW) - 1 : Double.NaN;
            }
        }
        return distances;
    }

    /** 100 plus the z-score of each within the last 50, itself included. */
    private static double[] scores(double[] figures) {
        double[] scores = new double[figures.length];
        int known = 0;
        double sum = 0;
        double squares = 0;
        for (int day = 0; day < figures.length; day++) {
            scores[day] = Double.NaN;
            double figure = figures[day];
            if (!Double.isNaN(figure)) {
                double leaving = known >= WINDOW ? figures[day - WINDOW] : 0;
                sum += figure - leaving;
                squares += figure * figure - leaving * leaving;
                known++;
                if (known >= WINDOW) {
                    double variance = (squares - sum * sum / WINDOW) / (WINDOW - 1);
                    double deviation = Math.sqrt(Math.max(0, variance));
                    scores[day] = CENTER + (deviation < STILL ? 0 : (figure - sum / WINDOW) / deviation);
                }
            }
        }
        return scores;
    }
}
