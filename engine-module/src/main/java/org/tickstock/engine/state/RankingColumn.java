package org.tickstock.engine.state;

import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A column by which symbols can be ranked.
 *
 * <p>Units: the name says it; ranks are numbers without one.
 */
public enum RankingColumn {

    /** The newest price, USD. */
    LAST(standing -> standing.figures().last()),
    /** The close before, USD. */
    PREV_CLOSE(standing -> standing.figures().previousClose()),
    /** The change of the day. */
    LIVE_PCT(Standing::livePct),
    /** The change of the day before. */
    EOD_PCT(Standing::eodPct),
    /** The change over 5 bars. */
    PERF_1W(standing -> standing.figures().performance().weekPct()),
    /** The change over 21 bars. */
    PERF_1M(standing -> standing.figures().performance().monthPct()),
    /** The change over 63 bars. */
    PERF_3M(standing -> standing.figures().performance().quarterPct()),
    /** The change over 126 bars. */
    PERF_6M(standing -> standing.figures().performance().halfYearPct()),
    /** The change over 252 bars. */
    PERF_1Y(standing -> standing.figures().performance().yearPct()),
    /** Relative strength before it is ranked. */
    RS_RAW(standing -> standing.figures().performance().relativeStrength()),
    /** Relative strength, 1 to 99. */
    COMP_RS_RANK(standing -> unlessZero(standing.rsRank())),
    /** Place by relative strength, 1 is the strongest. */
    PLACE(standing -> unlessZero(standing.place())),
    /** Places gained since the bars before. */
    RANK_CHANGE(Standing::placeChange),
    /** Mean range of 20 bars. */
    ADR_PCT(standing -> standing.figures().activity().averageRangePct()),
    /** Average true range, USD. */
    ATR14(standing -> standing.figures().activity().atr()),
    /** Average true range in per cent of the price. */
    ATR_PCT(standing -> standing.figures().atrPct()),
    /** ATR between the price and its 50-bar average. */
    ATR_TO_SMA50(standing -> standing.figures().stage().extensionAtr()),
    /** Volume against what is usual by this time of day. */
    REL_VOLUME(Standing::relativeVolume),
    /** Shares traded on the day. */
    VOLUME(Standing::volume),
    /** Mean of close times volume over 20 bars, USD. */
    DOLLAR_VOLUME_20(standing -> standing.figures().activity().dollarVolume()),
    /** Market capitalisation, USD. */
    MARKET_CAP(standing -> standing.figures().instrument().marketCapUsd()),
    /** Strength, 0 to 100. */
    SCORE(Standing::score);

    private final ToDoubleFunction<Standing> figure;

    RankingColumn(ToDoubleFunction<Standing> figure) {
        this.figure = figure;
    }

    private static double unlessZero(int rank) {
        return rank == 0 ? Double.NaN : rank;
    }

    /** The column with this name on the wire. */
    public static Optional<RankingColumn> named(String wireName) {
        for (RankingColumn column : values()) {
            if (column.wireName().equals(wireName)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    /** As it is written on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A symbol's figure, NaN where it is not known. */
    public double of(Standing standing) {
        return figure.applyAsDouble(standing);
    }
}
