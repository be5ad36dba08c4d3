package org.tickstock.engine.indicator;

/**
 * Wilder's average directional index: how strong a trend is, whichever way it goes; the directional indicators say
 * which.
 *
 * <p>From 0 to 100. Needs {@code 2 period + 1} bars.
 */
public final class Adx extends BarIndicator {

    private final int period;
    private final WilderSum ups;
    private final WilderSum downs;
    private final WilderSum ranges;
    private final WilderMean indexes;
    private PriceBar previous;
    private int settledMoves;
    private double plus;
    private double minus;
    private double average;

    /** Over 14 bars. */
    public Adx() {
        this(14);
    }

    /** Over so many bars. */
    public Adx(int period) {
        super(2 * period(period) + 1);
        this.period = period;
        ups = new WilderSum(period);
        downs = new WilderSum(period);
        ranges = new WilderSum(period);
        indexes = new WilderMean(period);
    }

    /** How strong the way up is. */
    public double plusDi() {
        return whenReady(plus);
    }

    /** How strong the way down is. */
    public double minusDi() {
        return whenReady(minus);
    }

    @Override
    void settle(PriceBar bar) {
        if (previous != null) {
            // The first index is that of the period-th move.
            if (settledMoves >= period - 1) {
                indexes.settle(index(bar));
            }
            ups.settle(up(bar));
            downs.settle(down(bar));
            ranges.settle(Atr.trueRange(bar, previous.close()));
            settledMoves++;
        }
        previous = bar;
    }

    @Override
    void apply(PriceBar bar) {
        if (previous == null) {
            return;
        }
        average = indexes.with(index(bar));
        double range = ranges.with(Atr.trueRange(bar, previous.close()));
        plus = range == 0 ? 0 : 100 * ups.with(up(bar)) / range;
        minus = range == 0 ? 0 : 100 * downs.with(down(bar)) / range;
    }

    @Override
    double current() {
        return average;
    }

    private double index(PriceBar bar) {
        double up = ups.with(up(bar));
        double down = downs.with(down(bar));
        return up + down == 0 ? 0 : 100 * Math.abs(up - down) / (up + down);
    }

    private double up(PriceBar bar) {
        double up = bar.high() - previous.high();
        return up > 0 && up > previous.low() - bar.low() ? up : 0;
    }

    private double down(PriceBar bar) {
        double down = previous.low() - bar.low();
        return down > 0 && down > bar.high() - previous.high() ? down : 0;
    }
}
