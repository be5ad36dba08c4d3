package org.tickstock.engine.state;

/**
 * How well a symbol's other figures support its stage: the share of tests that it passes.
 *
 * <p>Four tests: order of the averages, slope of the 50-bar average, volume, rank by relative strength. A stage that
 * looks up wants close > SMA 50 > SMA 200, a slope above 0, a usual volume or more, rank 50 or more; one that looks
 * down the opposite of the first, second and fourth, and the same third. Basing wants SMA 50 within 5 % of SMA 200, a
 * slope of less than 1 %, less than the usual volume, rank 25 to 75. A test whose figure is not known is left out.
 * <p>Thread: stateless.
 * <p>Source: market state, section 3; the tests are ours.
 */
final class StageConfidence {

    private static final double NEAR = 0.05;
    private static final double FLAT = 0.01;

    private int passed;
    private int known;

    private StageConfidence() {
    }

    static double of(Standing standing) {
        Averages averages = standing.figures().averages();
        double close = standing.figures().last();
        double volume = standing.relativeVolume();
        double rank = standing.rsRank() == 0 ? Double.NaN : standing.rsRank();
        StageConfidence tests = new StageConfidence();
        switch (standing.stage().side()) {
            case UP -> {
                tests.test(averages.sma200(), Prices.isAbove(close, averages.sma50())
                        && Prices.isAbove(averages.sma50(), averages.sma200()));
                tests.test(averages.slope50(), averages.slope50() > 0);
                tests.test(volume, volume >= 1);
                tests.test(rank, rank >= 50);
            }
            case DOWN -> {
                tests.test(averages.sma200(), Prices.isAbove(averages.sma50(), close)
                        && Prices.isAbove(averages.sma200(), averages.sma50()));
                tests.test(averages.slope50(), averages.slope50() < 0);
                tests.test(volume, volume >= 1);
                tests.test(rank, rank < 50);
            }
            case SIDEWAYS -> {
                tests.test(averages.sma200(), Math.abs(averages.sma50() / averages.sma200() - 1) <= NEAR);
                tests.test(averages.slope50(), Math.abs(averages.slope50()) < FLAT);
                tests.test(volume, volume < 1);
                tests.test(rank, rank >= 25 && rank <= 75);
            }
            default -> {
                return Double.NaN;
            }
        }
        return (double) tests.passed / tests.known;
    }

    private void test(double figure, boolean holds) {
        if (!Double.isNaN(figure)) {
            known++;
            passed += holds ? 1 : 0;
        }
    }
}
