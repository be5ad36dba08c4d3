package org.tickstock.engine.universe;

import java.util.List;
import java.util.TreeSet;

/**
 * What a user picked: universe names, one list per tracker.
 *
 * <p>Equal selections share their frames, so the names are kept sorted and without doubles.
 *
 * @param market universes whose trends and surges the user gets
 * @param highlow universes whose highs and lows the user gets
 */
public record UniverseSelection(List<String> market, List<String> highlow) {

    /** A selection of nothing: its user gets nothing. */
    public static final UniverseSelection NONE = new UniverseSelection(List.of(), List.of());

    /** Sorts and copies. */
    public UniverseSelection {
        market = List.copyOf(new TreeSet<>(market));
        highlow = List.copyOf(new TreeSet<>(highlow));
    }
}
