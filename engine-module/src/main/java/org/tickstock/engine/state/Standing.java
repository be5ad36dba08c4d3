package org.tickstock.engine.state;

/**
 * A symbol among the others of a universe: a row of the rankings, of the stages and of the matrix of averages.
 *
 * <p>A symbol without a bar of the market's newest day is stale: it has no place among the others and no figures of the
 * day; what it keeps is as of its own newest bar.
 * <p>Thread: immutable; may be shared.
 *
 * @param figures what does not depend on others
 * @param isStale whether its newest bar is older than the market's newest day
 * @param rsRank percentile of its relative strength, 1 to 99, 0 where it has none
 * @param place by relative strength, 1 is the strongest, ties by symbol; 0 where it has none
 * @param placeChange places gained since the bars before; NaN where that is not known
 * @param highRank percentile of the distance to its high of 52 weeks, NaN where that is not known
 * @param atrRank percentile of its range in per cent of its price, NaN where that is not known
 */
public record Standing(
        SymbolFigures figures, boolean isStale, int rsRank, int place, double placeChange, double highRank,
        double atrRank) {

    /** Its ticker. */
    public String symbol() {
        return figures.instrument().symbol();
    }

    /** The change of the day in per cent; NaN where it is stale. */
    public double livePct() {
        return isStale ? Double.NaN : figures.performance().dayPct();
    }

    /** The change of the day before in per cent; NaN where it is stale. */
    public double eodPct() {
        return isStale ? Double.NaN : figures.performanceBefore().dayPct();
    }

    /** The newest volume against what is usual; NaN where it is stale. */
    public double relativeVolume() {
        return isStale ? Double.NaN : figures.activity().relativeVolume();
    }

    /** Shares traded on the day; NaN where it is stale. */
    public double volume() {
        return isStale ? Double.NaN : figures.bar().volume();
    }

    /** The confirmed stage. */
    public Stage stage() {
        return figures.stage().stage();
    }

    /** Its strength, 0 to 100; NaN where a part of it is not known. */
    public double score() {
        return StrengthLetter.score(this);
    }

    /** Its strength as a letter; {@link StrengthLetter#UNKNOWN} where a part of it is not known. */
    public StrengthLetter strength() {
        return StrengthLetter.of(score());
    }

    /** How well what supports the stage does so, 0 to 1; NaN without a stage. */
    public double confidence() {
        return StageConfidence.of(this);
    }
}
