package org.tickstock.engine.state;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * All that does not change before the market's next day: the bars before its newest day, and what universes have made
 * of them, kept for the next view.
 *
 * <p>Thread: may be shared; what is kept is computed by whoever asks first.
 */
final class Past {

    private final TradeDays days;
    private final SymbolFigures[] figures;
    private final Map<String, UniversePast> universes = new ConcurrentHashMap<>();

    /** Up to {@code days}; of {@code figures} only the bars before the newest day count, which stay as they are. */
    Past(TradeDays days, SymbolFigures[] figures) {
        this.days = days;
        this.figures = figures.clone();
    }

    TradeDays days() {
        return days;
    }

    /** The figures of all symbols as they were when this day came. */
    SymbolFigures[] figures() {
        return figures;
    }

    UniversePast of(String universe, Function<String, UniversePast> made) {
        return universes.computeIfAbsent(universe, made);
    }
}
