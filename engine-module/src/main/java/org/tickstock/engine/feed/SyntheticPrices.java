package org.tickstock.engine.feed;

import java.util.Arrays;
import java.util.List;
import org.tickstock.engine.feed.SyntheticRoster.Member;

/**
 * Where every price of the synthetic market stands.
 *
 * <p>The logarithm of a price is the sum of three Brownian motions: its own, its sector's, and the market's times its
 * beta. Each moves by annual sigma * sqrt(t), a year being 252 days of 6.5 hours; a night counts as three hours.
 * <p>Thread: one owner.
 * <p>Units: natural logarithm of USD; nanoseconds UTC; micro-dollars.
 */
final class SyntheticPrices {

    private static final double SQRT_YEAR_S = Math.sqrt(252 * 6.5 * 3600);
    private static final double MARKET_SIGMA = 0.10;
    private static final double SECTOR_SIGMA = 0.07;
    private static final double NIGHT_S = 3 * 3600;
    private static final double HALF_SPREAD = 0.00003;
    private static final double LOWEST = StrictMath.log(0.05);
    private static final double HIGHEST = StrictMath.log(50_000);
    private static final double MICROS = 1e6;
    private static final long NS_PER_S = 1_000_000_000L;

    private final List<Member> members;
    private final double[] own;
    private final long[] ownNs;
    private final double[] sector = new double[SyntheticRoster.sectorCount()];
    private double market;
    private long factorsNs;

    SyntheticPrices(List<Member> members, long startNs) {
        this.members = members;
        this.own = members.stream().mapToDouble(member -> StrictMath.log(member.startUsd())).toArray();
        this.ownNs = new long[members.size()];
        Arrays.fill(ownNs, startNs);
        this.factorsNs = startNs;
    }

    /** A member's whole volatility over one second. */
    double sigmaPerSqrtS(int index) {
        Member member = members.get(index);
        double shared = member.beta() * MARKET_SIGMA;
        double sectoral = member.sector() == SyntheticRoster.NO_SECTOR ? 0 : SECTOR_SIGMA;
        return Math.sqrt(member.sigma() * member.sigma() + shared * shared + sectoral * sectoral) / SQRT_YEAR_S;
    }

    /** Moves the market and the sectors; called once a second. */
    void moveFactors(long tsNs, SeededRandom random) {
        double root = Math.sqrt(elapsedS(factorsNs, tsNs)) / SQRT_YEAR_S;
        factorsNs = tsNs;
        market += MARKET_SIGMA * root * random.gaussian();
        for (int i = SyntheticRoster.NO_SECTOR + 1; i < sector.length; i++) {
            sector[i] += SECTOR_SIGMA * root * random.gaussian();
        }
    }

    /** Moves a member and gives the price of its next print, at the bid or the ask, on the grid. */
    long print(int index, long tsNs, double push, SeededRandom random) {
        Member member = members.get(index);
        double root = Math.sqrt(elapsedS(ownNs[index], tsNs)) / SQRT_YEAR_S;
        ownNs[index] = tsNs;
        own[index] += member.sigma() * root * random.gaussian();
        double level = own[index] + member.beta() * market + sector[member.sector()] + push;
        double usd = StrictMath.exp(Math.min(HIGHEST, Math.max(LOWEST, level)));
        double half = Math.max(gridMicros(usd) / 2.0, usd * MICROS * HALF_SPREAD);
        return onGrid(usd * MICROS + (random.nextBoolean() ? half : -half));
    }

    /** The nearest price that may be quoted: whole cents, hundredths of a cent below a dollar. */
    static long onGrid(double micros) {
        long grid = gridMicros(micros / MICROS);
        return Math.max(grid, Math.round(micros / grid) * grid);
    }

    private static long gridMicros(double usd) {
        return usd >= 1 ? 10_000 : 100;
    }

    private static double elapsedS(long fromNs, long toNs) {
        return Math.min(NIGHT_S, (double) (toNs - fromNs) / NS_PER_S);
    }
}
