package org.tickstock.engine.analytics;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.tickstock.engine.universe.UniverseIndex;
import org.tickstock.engine.universe.UniverseSelection;

/**
 * The gauges of the whole market and of each distinct selection in use.
 *
 * <p>A selection that somebody begins to watch is read from the windows that the board still holds, so that its
 * averages stand at once; one that nobody watches any more is forgotten.
 * <p>Thread: {@link #update} by one at a time; what it has read may be read by any.
 */
public final class AnalyticsBook {

    private final PressureBoard board;
    private final int marketSymbols;

    private UniverseIndex universes = UniverseIndex.EMPTY;
    private long session;
    private volatile Map<UniverseSelection, Watched> watched = Map.of();
    private volatile Watched market;

    /** A universe that is watched, and its gauge up to before {@code next}. */
    private static final class Watched {
        private final BitSet symbolIds;
        private final UniverseGauge gauge;
        private volatile GaugeReading newest;
        private long next = Long.MIN_VALUE;

        Watched(BitSet symbolIds, int symbols, int marketSymbols) {
            this.symbolIds = symbolIds;
            this.gauge = new UniverseGauge(symbols, marketSymbols);
        }
    }

    /** A book of a market with so many symbols. */
    public AnalyticsBook(PressureBoard board, int marketSymbols) {
        this.board = board;
        this.session = board.sessionStart();
        this.marketSymbols = marketSymbols;
        this.market = new Watched(null, marketSymbols, marketSymbols);
    }

    /**
     * Reads the windows that have settled since; every gauge starts anew with a market session.
     *
     * @return the market's readings of those windows, oldest first
     */
    public synchronized List<GaugeReading> update(Iterable<UniverseSelection> selections, UniverseIndex current) {
        if (board.sessionStart() != session) {
            session = board.sessionStart();
            market = new Watched(null, marketSymbols, marketSymbols);
            watched = Map.of();
        }
        Map<UniverseSelection, Watched> next = new HashMap<>();
        for (UniverseSelection selection : selections) {
            Watched known = current == universes ? watched.get(selection) : null;
            next.putIfAbsent(selection, known == null ? watch(selection, current) : known);
        }
        universes = current;
        next.values().forEach(each -> read(each, window -> board.sums(window, each.symbolIds)));
        watched = next;
        return read(market, board::sums);
    }

    /** The whole market's newest reading; null before the first. */
    public GaugeReading market() {
        return market.newest;
    }

    /** A selection's newest reading; null before the first, and for one that nobody watches. */
    public GaugeReading of(UniverseSelection selection) {
        Watched found = watched.get(selection);
        return found == null ? null : found.newest;
    }

    private Watched watch(UniverseSelection selection, UniverseIndex current) {
        BitSet union = current.symbolsOf(selection.market());
        union.or(current.symbolsOf(selection.highlow()));
        return new Watched(union, union.cardinality(), marketSymbols);
    }

    private List<GaugeReading> read(Watched universe, LongFunction<WindowSums> sums) {
        List<GaugeReading> readings = board.settledFrom(universe.next).stream()
                .map(window -> universe.gauge.add(sums.apply(window))).toList();
        if (!readings.isEmpty()) {
            universe.newest = readings.get(readings.size() - 1);
            universe.next = universe.newest.window().startNs() / PressureBoard.WINDOW_NS + 1;
        }
        return readings;
    }
}
