package org.tickstock.engine.indicator;

/**
 * Volume-weighted average price of typical prices since the trading day began, and its deviation.
 *
 * <p>Units: USD. Needs one bar with volume; {@link #beginDay} forgets all.
 */
public final class Vwap implements Indicator {

    private double volume;
    private double weighted;
    private double squares;
    private double anchor;
    private PriceBar newest;

    /** A new trading day. */
    public void beginDay() {
        volume = 0;
        weighted = 0;
        squares = 0;
        newest = null;
    }

    @Override
    public void add(PriceBar bar) {
        if (newest == null) {
            anchor = bar.typical();
        } else {
            double difference = newest.typical() - anchor;
            volume += newest.volume();
            weighted += difference * newest.volume();
            squares += difference * difference * newest.volume();
        }
        newest = bar;
    }

    @Override
    public void revise(PriceBar bar) {
        if (newest == null) {
            throw new IllegalStateException("there must be a bar before one can be revised");
        }
        newest = bar;
    }

    @Override
    public int barsNeeded() {
        return 1;
    }

    @Override
    public boolean isReady() {
        return newest != null && volume + newest.volume() > 0;
    }

    @Override
    public double value() {
        return isReady() ? anchor + mean() : Double.NaN;
    }

    /** The volume-weighted standard deviation of typical prices: bands are so many of it above and below. */
    public double deviation() {
        if (!isReady()) {
            return Double.NaN;
        }
        double difference = newest.typical() - anchor;
        double mean = mean();
        double meanSquare = (squares + difference * difference * newest.volume()) / (volume + newest.volume());
        return Math.sqrt(Math.max(0, meanSquare - mean * mean));
    }

    /** Relative to the anchor. */
    private double mean() {
        return (weighted + (newest.typical() - anchor) * newest.volume()) / (volume + newest.volume());
    }
}
