package org.tickstock.engine.state;

import java.util.Arrays;
import java.util.Optional;

/**
 * Where a symbol stands in its cycle, in the order in which the rules are asked: the first that holds is the stage.
 *
 * <p>Source: market state, section 3.
 */
public enum Stage {

    /** Far above its averages, which are in order. */
    EXTENDED("3A", "Extended", Side.UP, 80),
    /** All averages in order, well above them. */
    EXTENDED_BULLISH("2C", "Extended Bullish", Side.UP, 100),
    /** Above rising averages. */
    BULLISH_TREND("2B", "Bullish Trend", Side.UP, 90),
    /** The averages crossed up lately, or nothing says more than that the price is above the slowest. */
    EARLY_BULLISH("2A", "Early Bullish", Side.UP, 70),
    /** Came up through the 50-bar average on volume. */
    UPWARD_PIVOT("1A", "Upward Pivot", Side.UP, 60),
    /** Goes sideways around a flat 200-bar average. */
    BASING("1B", "Basing", Side.SIDEWAYS, 40),
    /** Falls back below its faster averages. */
    MEAN_REVERSION("3B", "Mean Reversion", Side.DOWN, 30),
    /** Broke its low of 50 bars, or its 200-bar average on volume. */
    BREAKDOWN_CONFIRMED("4C", "Breakdown Confirmed", Side.DOWN, 0),
    /** Below falling averages. */
    BEARISH_TREND("4B", "Bearish Trend", Side.DOWN, 10),
    /** Nothing says more than that the price is below the slowest average. */
    EARLY_BEARISH("4A", "Early Bearish", Side.DOWN, 20),
    /** Too few bars to say. */
    INSUFFICIENT("insufficient", "Insufficient Data", Side.NONE, 0);

    /** Which way a stage looks. */
    enum Side {
        UP, DOWN, SIDEWAYS, NONE
    }

    private final String code;
    private final String title;
    private final Side side;
    private final int points;

    Stage(String code, String title, Side side, int points) {
        this.code = code;
        this.title = title;
        this.side = side;
        this.points = points;
    }

    /** The one that is written so. */
    public static Optional<Stage> coded(String code) {
        return Arrays.stream(values()).filter(stage -> stage.code.equals(code)).findFirst();
    }

    /** As it is written on the wire. */
    public String code() {
        return code;
    }

    /** What a person reads. */
    public String title() {
        return title;
    }

    Side side() {
        return side;
    }

    /** What it adds to the strength of a symbol, 0 to 100. */
    int points() {
        return points;
    }
}
