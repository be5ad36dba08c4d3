package org.tickstock.engine.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.tickstock.engine.universe.Universe;

/**
 * The state of the market at one moment.
 *
 * <p>Thread: immutable; may be shared. What a universe makes of it is computed by whoever asks first, and kept.
 */
public final class MarketStateView {

    private final StateMoment moment;
    private final long version;
    private final SymbolFigures[] figures;
    private final Past past;
    private final Map<String, Integer> indexes;
    private final Map<String, Universe> universes;
    private final Map<String, UniverseState> states;

    MarketStateView(
            StateMoment moment, long version, SymbolFigures[] figures, Past past, Map<String, Integer> indexes,
            List<Universe> universes) {
        this(moment, version, figures, past, indexes, byName(universes), new ConcurrentHashMap<>());
    }

    private MarketStateView(
            StateMoment moment, long version, SymbolFigures[] figures, Past past, Map<String, Integer> indexes,
            Map<String, Universe> universes, Map<String, UniverseState> states) {
        this.moment = moment;
        this.version = version;
        this.figures = figures;
        this.past = past;
        this.indexes = indexes;
        this.universes = universes;
        this.states = states;
    }

    private static Map<String, Universe> byName(List<Universe> universes) {
        Map<String, Universe> byName = new LinkedHashMap<>();
        universes.forEach(universe -> byName.put(universe.name(), universe));
        return byName;
    }

    /** The same figures a moment later. */
    MarketStateView at(StateMoment later) {
        return new MarketStateView(later, version, figures, past, indexes, universes, states);
    }

    Past past() {
        return past;
    }

    /** When it was made, in nanoseconds since the epoch. */
    public long asOfNs() {
        return moment.asOfNs();
    }

    /** The market's newest day, an epoch day; {@link StateMoment#NO_DAY} where there is none. */
    public int tradeDay() {
        return past.days().last();
    }

    /** The market's trade day before; {@link StateMoment#NO_DAY} where there is none. */
    public int previousTradeDay() {
        int count = past.days().size();
        return count < 2 ? StateMoment.NO_DAY : past.days().day(count - 2);
    }

    /** Whether bars of the newest day may still change. */
    public boolean isForming() {
        return moment.isForming(tradeDay());
    }

    /** Grows with every refresh that changed something. */
    public long version() {
        return version;
    }

    /** The symbols whose figures are not those of an earlier view of this market, by symbol. */
    public List<String> changedSince(MarketStateView earlier) {
        List<String> changed = new ArrayList<>();
        for (int index = 0; index < figures.length; index++) {
            if (figures[index] != earlier.figures[index]) {
                changed.add(figures[index].instrument().symbol());
            }
        }
        return changed;
    }

    /** Every symbol by itself, by symbol. */
    public List<SymbolFigures> symbols() {
        return Collections.unmodifiableList(Arrays.asList(figures));
    }

    /** One symbol by itself. */
    public Optional<SymbolFigures> symbol(String symbol) {
        return Optional.ofNullable(indexes.get(symbol)).map(index -> figures[index]);
    }

    /**
     * The symbols of several universes together, each once, by symbol; ranks are those within the first universe that
     * has it. Empty where a name is unknown.
     */
    public Optional<List<Standing>> union(Collection<String> names) {
        Map<String, Standing> bySymbol = new TreeMap<>();
        for (String name : names) {
            Optional<UniverseState> universe = universe(name);
            if (universe.isEmpty()) {
                return Optional.empty();
            }
            universe.get().standings().forEach(standing -> bySymbol.putIfAbsent(standing.symbol(), standing));
        }
        return Optional.of(List.copyOf(bySymbol.values()));
    }

    /** The names of the universes that can be asked for. */
    public Iterable<String> universeNames() {
        return universes.keySet();
    }

    /** The state of a universe, whichever case its name is written in; empty where it is unknown or there is no day. */
    public Optional<UniverseState> universe(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        Universe universe = universes.get(key);
        if (universe == null || past.days().size() == 0) {
            return Optional.empty();
        }
        return Optional.of(states.computeIfAbsent(key, unused -> UniverseState.of(universe,
                past.of(key, unusedToo -> new UniversePast(universe, indexes, past)), past.days(), figures, moment)));
    }
}
