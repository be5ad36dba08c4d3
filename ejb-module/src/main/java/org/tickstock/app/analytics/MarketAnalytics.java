package org.tickstock.app.analytics;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.tickstock.app.universe.UniverseIndexHolder;
import org.tickstock.engine.analytics.AnalyticsBook;
import org.tickstock.engine.analytics.GaugeReading;
import org.tickstock.engine.analytics.PressureBoard;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.universe.UniverseSelection;

/**
 * The gauges of now: of the whole market, and of each distinct selection that somebody watches.
 *
 * <p>Thread: any; updated by one at a time.
 */
@ApplicationScoped
public class MarketAnalytics {

    /** Two hours of windows: what waits while the database is away. */
    private static final int UNWRITTEN_MAX = 720;

    @Inject
    private PressureBoard board;
    @Inject
    private SymbolTable symbols;
    @Inject
    private UniverseIndexHolder universes;

    private AnalyticsBook book;
    // guarded by itself
    private final List<GaugeReading> unwritten = new ArrayList<>();
    private volatile long dropped;

    @PostConstruct
    void open() {
        book = new AnalyticsBook(board, symbols.size());
    }

    /** Reads windows that have settled; whether there were any. */
    public boolean update(Iterable<UniverseSelection> watched) {
        List<GaugeReading> readings = book.update(watched, universes.current());
        synchronized (unwritten) {
            unwritten.addAll(readings);
            while (unwritten.size() > UNWRITTEN_MAX) {
                unwritten.remove(0);
                dropped++;
            }
        }
        return !readings.isEmpty();
    }

    /** The whole market's newest reading; null before the first of the session. */
    public GaugeReading market() {
        return book.market();
    }

    /** A selection's newest reading; null before the first, and for one that nobody watches. */
    public GaugeReading of(UniverseSelection selection) {
        return book.of(selection);
    }

    /** Readings of the market that are not written yet, oldest first. */
    List<GaugeReading> unwritten() {
        synchronized (unwritten) {
            return List.copyOf(unwritten);
        }
    }

    /** These are written, for certain. */
    void written(List<GaugeReading> readings) {
        synchronized (unwritten) {
            unwritten.removeAll(readings);
        }
    }

    /** Windows that the database was away too long for. */
    public long dropped() {
        return dropped;
    }
}
