package org.tickstock.engine.state;

import java.util.List;

/**
 * How many symbols moved by how much: a bar in four parts, or in two.
 *
 * <p>Symbols that did not move at all are counted on their own; in the shares they are split evenly between the parts
 * on either side of zero. The shares have two decimals and sum to exactly 100, by the largest remainder; of equal
 * remainders the earlier part gets it.
 * <p>Thread: immutable; may be shared.
 * <p>Source: market state, section 5.
 *
 * @param segments from the greatest decline to the greatest advance
 * @param unchanged symbols that did not move
 * @param symbolCount symbols whose change is known
 */
public record ThresholdBars(List<Segment> segments, int unchanged, int symbolCount) {

    private static final int HUNDREDTHS = 10_000;
    private static final double ROUNDING = 1e-12;
    private static final String[] DIVERGING = {
        "significant_decline", "minor_decline", "minor_advance", "significant_advance"};
    private static final String[] SIMPLE = {"decline", "advance"};

    /**
     * One part of the bar.
     *
     * @param name as it is written on the wire
     * @param count symbols in it, without those that did not move
     * @param pct its share in per cent, NaN where there is no symbol at all
     */
    public record Segment(String name, int count, double pct) {
    }

    /** In four: below minus the threshold, down, up, from the threshold on. NaN is no symbol. */
    public static ThresholdBars diverging(double[] changes, double threshold) {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold must be 0 to 1, was " + threshold);
        }
        int[] counts = new int[DIVERGING.length];
        int unchanged = 0;
        for (double change : changes) {
            if (change == 0) {
                unchanged++;
            } else if (change < -threshold - ROUNDING) {
                counts[0]++;
            } else if (change < 0) {
                counts[1]++;
            } else if (change >= threshold - ROUNDING) {
                counts[3]++;
            } else if (change > 0) {
                counts[2]++;
            }
        }
        return bars(DIVERGING, counts, unchanged);
    }

    /** In two: down and up. NaN is no symbol. */
    public static ThresholdBars simple(double[] changes) {
        int[] counts = new int[SIMPLE.length];
        int unchanged = 0;
        for (double change : changes) {
            if (change == 0) {
                unchanged++;
            } else if (change < 0) {
                counts[0]++;
            } else if (change > 0) {
                counts[1]++;
            }
        }
        return bars(SIMPLE, counts, unchanged);
    }

    private static ThresholdBars bars(String[] names, int[] counts, int unchanged) {
        int middle = names.length / 2;
        // in halves of a symbol, so that an odd number of unchanged ones can be split
        long[] halves = new long[names.length];
        long total = 0;
        for (int at = 0; at < names.length; at++) {
            halves[at] = 2L * counts[at] + (at == middle - 1 || at == middle ? unchanged : 0);
            total += halves[at];
        }
        long[] shares = largestRemainder(halves, total);
        Segment[] segments = new Segment[names.length];
        for (int at = 0; at < names.length; at++) {
            segments[at] = new Segment(names[at], counts[at], total == 0 ? Double.NaN : shares[at] / 100.0);
        }
        return new ThresholdBars(List.of(segments), unchanged, (int) (total / 2));
    }

    private static long[] largestRemainder(long[] parts, long total) {
        long[] shares = new long[parts.length];
        long[] remainders = new long[parts.length];
        long left = HUNDREDTHS;
        for (int at = 0; at < parts.length && total > 0; at++) {
            shares[at] = parts[at] * HUNDREDTHS / total;
            remainders[at] = parts[at] * HUNDREDTHS % total;
            left -= shares[at];
        }
        for (; left > 0 && total > 0; left--) {
            int greatest = 0;
            for (int at = 1; at < parts.length; at++) {
                greatest = remainders[at] > remainders[greatest] ? at : greatest;
            }
            shares[greatest]++;
            remainders[greatest] = -1;
        }
        return shares;
    }
}
