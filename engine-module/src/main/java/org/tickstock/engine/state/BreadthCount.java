package org.tickstock.engine.state;

/**
 * How many symbols pass one test of breadth, and how many fail it.
 *
 * @param up above
 * @param down below
 * @param unchanged equal
 */
public record BreadthCount(int up, int down, int unchanged) {

    private static final double CENTS = 100;

    /** How many have the bars that the test needs. */
    public int eligible() {
        return up + down + unchanged;
    }

    /** The share of those above, in per cent to two decimals, half up; NaN where none is eligible. */
    public double pctUp() {
        return eligible() == 0 ? Double.NaN : Math.floor(up * CENTS / eligible() * CENTS + 0.5) / CENTS;
    }
}
