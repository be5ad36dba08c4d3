package org.tickstock.engine.state;

/**
 * By how much a group changed.
 *
 * <p>Units: per cent; NaN where no member has the bars.
 *
 * @param dayPct over a day
 * @param weekPct over 5 bars
 * @param monthPct over 21 bars
 * @param quarterPct over 63 bars
 */
public record GroupReturns(double dayPct, double weekPct, double monthPct, double quarterPct) {

    /** Sums up members with their weights; a member counts where its change and its weight are known. */
    static final class Mean {

        private final double[] sums = new double[4];
        private final double[] weights = new double[4];

        void add(Performance performance, double weight) {
            add(0, performance.dayPct(), weight);
            add(1, performance.weekPct(), weight);
            add(2, performance.monthPct(), weight);
            add(3, performance.quarterPct(), weight);
        }

        private void add(int window, double pct, double weight) {
            if (!Double.isNaN(pct) && !Double.isNaN(weight)) {
                sums[window] += weight * pct;
                weights[window] += weight;
            }
        }

        GroupReturns returns() {
            return new GroupReturns(sums[0] / weights[0], sums[1] / weights[1], sums[2] / weights[2],
                    sums[3] / weights[3]);
        }
    }
}
