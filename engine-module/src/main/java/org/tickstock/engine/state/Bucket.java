package org.tickstock.engine.state;

/**
 * What a trader would do with a symbol, by where its close lies among its averages; the first that holds.
 *
 * @param kind which
 * @param number whole ATR of extension, or days held; 0 for the others
 */
public record Bucket(Kind kind, int number) {

    /** The kinds, in the order in which they are asked for. */
    public enum Kind {
        /** 3 ATR or more above the 50-bar average. */
        EXTENDED,
        /** Above the 20-bar average and not extended, for so many bars in a row. */
        HOLD,
        /** Above the 50-bar average, below the 20-bar one. */
        PULLBACK,
        /** Above the 10-bar average, below the 20-bar one. */
        ABOVE_10_BELOW_20,
        /** None of these. */
        NONE,
        /** Too few bars to say. */
        INSUFFICIENT
    }

    private static final double EXTENDED_FROM_ATR = 3;

    /** The bucket of a symbol. */
    public static Bucket of(SymbolFigures figures) {
        StageFigures stage = figures.stage();
        Averages averages = figures.averages();
        double close = figures.last();
        if (Double.isNaN(stage.extensionAtr())) {
            return new Bucket(Kind.INSUFFICIENT, 0);
        }
        if (stage.extensionAtr() >= EXTENDED_FROM_ATR) {
            return new Bucket(Kind.EXTENDED, (int) Math.floor(stage.extensionAtr()));
        }
        if (stage.holdDays() > 0) {
            return new Bucket(Kind.HOLD, stage.holdDays());
        }
        if (Prices.isAbove(averages.sma20(), close)) {
            if (Prices.isAbove(close, averages.sma50())) {
                return new Bucket(Kind.PULLBACK, 0);
            }
            if (Prices.isAbove(close, averages.ema10())) {
                return new Bucket(Kind.ABOVE_10_BELOW_20, 0);
            }
        }
        return new Bucket(Kind.NONE, 0);
    }

    /** As a person reads it: {@code EXT 4}, {@code HOLD 12}, {@code PULLBACK}. */
    public String label() {
        return switch (kind) {
            case EXTENDED -> "EXT " + number;
            case HOLD -> "HOLD " + number;
            case PULLBACK -> "PULLBACK";
            case ABOVE_10_BELOW_20 -> ">MA10 <MA20";
            case NONE -> "NONE";
            case INSUFFICIENT -> "insufficient";
        };
    }
}
