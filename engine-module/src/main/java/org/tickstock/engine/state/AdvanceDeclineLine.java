package org.tickstock.engine.state;

/**
 * Advances less declines, summed up day by day, and two oscillators over them. A day without either counts as balanced.
 *
 * <p>Thread: immutable; may be shared.
 *
 * @param line the sum since the first day of the histories, that day being 0
 * @param net advances less declines on the newest day
 * @param mcclellan EMA 19 less EMA 39 of {@code 1000 (advances - declines) / (advances + declines)}; NaN before 39 days
 * @param thrust EMA 10 of {@code advances / (advances + declines)}, a ratio; NaN before 10 days
 */
public record AdvanceDeclineLine(double line, int net, double mcclellan, double thrust) {

    private static final double SCALE = 1000;
    private static final double BALANCED = 0.5;
    private static final int SLOW_DAYS = 39;
    private static final int FAST_DAYS = 19;
    private static final int THRUST_DAYS = 10;

    /** Up to the day before the newest; the line begins with the second day of the histories. */
    static final class Past {

        private final int days;
        private final double line;
        private final double fast;
        private final double slow;
        private final double thrust;

        Past(GroupIndex universe) {
            double sum = 0;
            double[] averages = {Double.NaN, Double.NaN, Double.NaN};
            for (int at = 1; at < universe.size(); at++) {
                int up = universe.advances(at);
                int down = universe.declines(at);
                sum += up - down;
                averages = next(averages[0], averages[1], averages[2], up, down);
            }
            days = Math.max(0, universe.size() - 1);
            line = sum;
            fast = averages[0];
            slow = averages[1];
            thrust = averages[2];
        }
    }

    /** With the newest day. */
    static AdvanceDeclineLine of(Past past, int up, int down) {
        double[] averages = next(past.fast, past.slow, past.thrust, up, down);
        int days = past.days + 1;
        return new AdvanceDeclineLine(past.line + up - down, up - down,
                days < SLOW_DAYS ? Double.NaN : averages[0] - averages[1],
                days < THRUST_DAYS ? Double.NaN : averages[2]);
    }

    private static double[] next(double fast, double slow, double thrust, int up, int down) {
        double moved = up + down;
        double net = moved == 0 ? 0 : SCALE * (up - down) / moved;
        double share = moved == 0 ? BALANCED : up / moved;
        return new double[] {smooth(fast, net, FAST_DAYS), smooth(slow, net, SLOW_DAYS),
            smooth(thrust, share, THRUST_DAYS)};
    }

    private static double smooth(double average, double figure, int days) {
        return Double.isNaN(average) ? figure : average + 2.0 / (days + 1) * (figure - average);
    }
}
