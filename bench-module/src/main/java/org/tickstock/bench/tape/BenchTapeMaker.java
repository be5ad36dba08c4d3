package org.tickstock.bench.tape;

import java.util.SplittableRandom;

/**
 * Makes a tape that behaves like a market as far as the rules can tell: busy and quiet symbols, a spread that prices
 * bounce in, drifts that last for minutes, and now and then a burst of volume and price.
 *
 * <p>Uses {@code + - * /} and {@code sqrt} on doubles only, so that every machine makes the same tape.
 * <p>Units: dollars, whole shares, nanoseconds UTC.
 */
final class BenchTapeMaker {

    // Tuesday, 8 October 2013, 11:00 to 12:00 in New York
    private static final long START_NS = 1_381_244_400_000_000_000L;
    private static final long HOUR_NS = 3_600_000_000_000L;
    private static final double NS_PER_S = 1e9;
    private static final double SIGMA_PER_ROOT_S = 0.00006;
    private static final double DRIFT_PER_S = 0.000004;
    private static final double BURST_DRIFT_PER_S = 0.0002;
    private static final double HALF_SPREAD = 0.00008;
    private static final int BURST_SIZES = 10;
    private static final int ODD_LOTS_IN_100 = 12;
    private static final double CENTS = 100;

    private final int symbols;
    private final SplittableRandom random;
    private final double[] upTo;
    private final int[] symbolOfRank;
    private final double[] price;
    private final double[] driftPerS;
    private final long[] lastNs;
    private final long[] moodEndsNs;
    private final boolean[] bursts;

    BenchTapeMaker(int symbols, long seed) {
        this.symbols = symbols;
        this.random = new SplittableRandom(seed);
        this.upTo = zipf(symbols);
        this.symbolOfRank = shuffled(symbols);
        this.price = new double[symbols];
        this.driftPerS = new double[symbols];
        this.lastNs = new long[symbols];
        this.moodEndsNs = new long[symbols];
        this.bursts = new boolean[symbols];
        for (int symbol = 0; symbol < symbols; symbol++) {
            double spread = random.nextDouble();
            price[symbol] = 4 + 400 * spread * spread * spread;
            lastNs[symbol] = START_NS;
            moodEndsNs[symbol] = START_NS;
        }
    }

    BenchTape make(int trades) {
        int[] symbolIds = new int[trades];
        int[] cents = new int[trades];
        int[] shares = new int[trades];
        long[] times = new long[trades];
        double stepNs = (double) HOUR_NS / trades;
        for (int trade = 0; trade < trades; trade++) {
            int symbol = drawSymbol();
            long ns = START_NS + (long) ((trade + random.nextDouble()) * stepNs);
            advance(symbol, ns);
            double side = random.nextInt(2) == 0 ? -HALF_SPREAD : HALF_SPREAD;
            symbolIds[trade] = symbol;
            cents[trade] = (int) (price[symbol] * (1 + side) * CENTS + 0.5);
            shares[trade] = drawShares(symbol);
            times[trade] = ns;
        }
        return new BenchTape(symbols, symbolIds, cents, shares, times);
    }

    private void advance(int symbol, long ns) {
        if (ns >= moodEndsNs[symbol]) {
            changeMood(symbol, ns);
        }
        double seconds = Math.max(0, ns - lastNs[symbol]) / NS_PER_S;
        double step = driftPerS[symbol] * seconds + SIGMA_PER_ROOT_S * Math.sqrt(seconds) * drawNormal();
        price[symbol] = Math.max(1, price[symbol] * (1 + step));
        lastNs[symbol] = ns;
    }

    /** A burst lasts for seconds, a drift or a rest for minutes. */
    private void changeMood(int symbol, long ns) {
        bursts[symbol] = random.nextInt(6) == 0;
        long seconds = bursts[symbol] ? 5 + random.nextInt(15) : 60 + random.nextInt(540);
        int sign = random.nextInt(3) - 1;
        driftPerS[symbol] = sign * (bursts[symbol] ? BURST_DRIFT_PER_S : DRIFT_PER_S) * random.nextDouble();
        moodEndsNs[symbol] = ns + seconds * (long) NS_PER_S;
    }

    private int drawShares(int symbol) {
        if (random.nextInt(100) < ODD_LOTS_IN_100) {
            return 1 + random.nextInt(99);
        }
        int lots = 1 + random.nextInt(5);
        return 100 * (bursts[symbol] ? lots * BURST_SIZES : lots);
    }

    /** Near enough: four uniform draws, standardised. */
    private double drawNormal() {
        double sum = random.nextDouble() + random.nextDouble() + random.nextDouble() + random.nextDouble();
        return (sum - 2) * Math.sqrt(3);
    }

    private int drawSymbol() {
        double draw = random.nextDouble();
        int low = 0;
        int high = symbols - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (upTo[middle] <= draw) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return symbolOfRank[low];
    }

    /** Busy symbols have any number, as in a real table. */
    private int[] shuffled(int count) {
        int[] numbers = new int[count];
        for (int number = 0; number < count; number++) {
            int place = random.nextInt(number + 1);
            numbers[number] = numbers[place];
            numbers[place] = number;
        }
        return numbers;
    }

    private static double[] zipf(int symbols) {
        double[] upTo = new double[symbols];
        double sum = 0;
        for (int rank = 1; rank <= symbols; rank++) {
            sum += 1.0 / rank;
            upTo[rank - 1] = sum;
        }
        for (int symbol = 0; symbol < symbols; symbol++) {
            upTo[symbol] /= sum;
        }
        return upTo;
    }
}
