package org.tickstock.engine.feed;

/**
 * Random numbers that are the same on every JDK and machine.
 *
 * <p>Thread: one owner.
 * <p>Source: SplitMix64 (Steele, Lea, Flood 2014) for bits, Marsaglia's polar method for normal numbers.
 */
final class SeededRandom {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;
    private double spare;
    private boolean hasSpare;

    SeededRandom(long seed) {
        state = seed;
    }

    /** The stream that belongs to a name, whatever else is drawn. */
    static SeededRandom of(long seed, String name) {
        long mixed = seed;
        for (int i = 0; i < name.length(); i++) {
            mixed = mix(mixed + GOLDEN_GAMMA) ^ name.charAt(i);
        }
        return new SeededRandom(mixed);
    }

    long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Uniform in [0, 1). */
    double nextDouble() {
        return (nextLong() >>> 11) * UNIT;
    }

    /** Uniform in [from, to). */
    double between(double from, double to) {
        return from + (to - from) * nextDouble();
    }

    /** Uniform in 0 to bound - 1. */
    int below(int bound) {
        return (int) (nextDouble() * bound);
    }

    boolean nextBoolean() {
        return nextLong() < 0;
    }

    /** Exponential with this mean. */
    double exponential(double mean) {
        return -mean * StrictMath.log(1 - nextDouble());
    }

    /** Standard normal. */
    double gaussian() {
        if (hasSpare) {
            hasSpare = false;
            return spare;
        }
        double x;
        double y;
        double square;
        do {
            x = between(-1, 1);
            y = between(-1, 1);
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double scale = Math.sqrt(-2 * StrictMath.log(square) / square);
        spare = y * scale;
        hasSpare = true;
        return x * scale;
    }

    private static long mix(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
