package org.tickstock.engine.state;

import java.util.Arrays;
import java.util.List;

/**
 * How groups of one kind rank among each other: by 0.5 of the percentile of their month, 0.3 of the quarter's and 0.2
 * of the week's. Parts that are not known leave their weight to the others.
 *
 * <p>Thread: immutable; may be shared.
 */
final class GroupRanks {

    private final double[] scores;
    private final int[] places;

    /** Of the returns of groups in the order of their names, by which ties are broken. */
    GroupRanks(List<GroupReturns> returns) {
        double[] months = percentiles(returns.stream().mapToDouble(GroupReturns::monthPct).toArray());
        double[] quarters = percentiles(returns.stream().mapToDouble(GroupReturns::quarterPct).toArray());
        double[] weeks = percentiles(returns.stream().mapToDouble(GroupReturns::weekPct).toArray());
        scores = new double[months.length];
        for (int group = 0; group < scores.length; group++) {
            double sum = part(0.5, months[group]) + part(0.3, quarters[group]) + part(0.2, weeks[group]);
            double weight = weight(0.5, months[group]) + weight(0.3, quarters[group]) + weight(0.2, weeks[group]);
            scores[group] = sum / weight;
        }
        // sums round: scores nearer than a billionth are the same
        places = new RankScale(Arrays.stream(scores).map(score -> Math.rint(score * 1e9) / 1e9).toArray()).places();
    }

    private static double[] percentiles(double[] figures) {
        return new RankScale(figures).percentiles();
    }

    private static double part(double weight, double percentile) {
        return Double.isNaN(percentile) ? 0 : weight * percentile;
    }

    private static double weight(double weight, double percentile) {
        return Double.isNaN(percentile) ? 0 : weight;
    }

    double score(int group) {
        return scores[group];
    }

    int place(int group) {
        return places[group];
    }
}
