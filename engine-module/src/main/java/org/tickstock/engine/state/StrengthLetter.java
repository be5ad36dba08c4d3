package org.tickstock.engine.state;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The strength of a symbol as a letter.
 *
 * <p>The score is 0.4 of its rank by relative strength, 0.2 of the points of its stage, 0.2 of its rank by nearness to
 * the high of 52 weeks and 0.2 of how well its averages are stacked (25 for each step in order).
 * <p>Source: market state, section 3; the points of the stages are ours.
 */
public enum StrengthLetter {

    /** From 95. */
    A_PLUS("A+", 95),
    /** From 85. */
    A("A", 85),
    /** From 70. */
    B("B", 70),
    /** From 55. */
    C("C", 55),
    /** From 45. */
    D("D", 45),
    /** From 30. */
    E("E", 30),
    /** From 15. */
    F("F", 15),
    /** Below. */
    G("G", Double.NEGATIVE_INFINITY),
    /** A part is not known. */
    UNKNOWN("insufficient", Double.NaN);

    private final String letter;
    private final double fromScore;

    StrengthLetter(String letter, double fromScore) {
        this.letter = letter;
        this.fromScore = fromScore;
    }

    /** As it is written on the wire. */
    public String letter() {
        return letter;
    }

    /** How many have which letter, every letter named, the strongest first; stale symbols are left out. */
    public static Map<StrengthLetter, Integer> counts(List<Standing> standings) {
        Map<StrengthLetter, Integer> counts = new EnumMap<>(StrengthLetter.class);
        for (StrengthLetter letter : values()) {
            counts.put(letter, 0);
        }
        for (Standing standing : standings) {
            if (!standing.isStale()) {
                counts.merge(standing.strength(), 1, Integer::sum);
            }
        }
        return counts;
    }

    static StrengthLetter of(double score) {
        for (StrengthLetter strength : values()) {
            if (score >= strength.fromScore) {
                return strength;
            }
        }
        return UNKNOWN;
    }

    static double score(Standing standing) {
        SymbolFigures figures = standing.figures();
        if (standing.rsRank() == 0 || standing.stage() == Stage.INSUFFICIENT) {
            return Double.NaN;
        }
        double trend = figures.averages().stackCount(figures.last()) / 4.0 * 100;
        return 0.4 * standing.rsRank() + 0.2 * standing.stage().points() + 0.2 * standing.highRank() + 0.2 * trend;
    }
}
