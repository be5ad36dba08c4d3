package org.tickstock.engine.indicator;

/**
 * Levels of a day by the bar of the day before.
 *
 * <p>Units: USD.
 *
 * @param pivot mean of high, low and close
 * @param range from low to high
 * @param high of the day before
 * @param low of the day before
 */
public record Pivots(double pivot, double range, double high, double low) {

    private static final double[] FIBONACCI = {0.382, 0.618, 1.0};

    /** The levels after this day. */
    public static Pivots after(PriceBar day) {
        return new Pivots(day.typical(), day.high() - day.low(), day.high(), day.low());
    }

    /** Resistance 1, 2 or 3. */
    public double resistance(int number) {
        return switch (level(number)) {
            case 1 -> 2 * pivot - low;
            case 2 -> pivot + range;
            default -> high + 2 * (pivot - low);
        };
    }

    /** Support 1, 2 or 3. */
    public double support(int number) {
        return switch (level(number)) {
            case 1 -> 2 * pivot - high;
            case 2 -> pivot - range;
            default -> low - 2 * (high - pivot);
        };
    }

    /** The pivot plus 0.382, 0.618 or all of the range. */
    public double fibonacciResistance(int number) {
        return pivot + FIBONACCI[level(number) - 1] * range;
    }

    /** The pivot less the same. */
    public double fibonacciSupport(int number) {
        return pivot - FIBONACCI[level(number) - 1] * range;
    }

    private static int level(int number) {
        if (number < 1 || number > FIBONACCI.length) {
            throw new IllegalArgumentException("a level must be 1 to 3, was " + number);
        }
        return number;
    }
}
