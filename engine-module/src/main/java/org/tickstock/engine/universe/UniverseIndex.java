package org.tickstock.engine.universe;

import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tickstock.engine.market.SymbolTable;

/**
 * Which symbols each universe holds, by symbol number.
 *
 * <p>Thread: immutable; a change builds a new one and swaps it whole.
 * <p>Errors: an unknown universe name matches nothing in {@link #symbolsOf} (fail closed) and is told by
 * {@link #unknownOf}, so that whoever saves a selection can refuse it.
 */
public final class UniverseIndex {

    /** An index without universes: nobody gets anything. */
    public static final UniverseIndex EMPTY = new UniverseIndex(Map.of(), Map.of());

    private final Map<String, Universe> universes;
    private final Map<String, BitSet> symbolIds;

    private UniverseIndex(Map<String, Universe> universes, Map<String, BitSet> symbolIds) {
        this.universes = universes;
        this.symbolIds = symbolIds;
    }

    /** An index over {@code universes}; a ticker that is not in the table is left out: nothing can arrive for it. */
    public static UniverseIndex of(Collection<Universe> universes, SymbolTable symbols) {
        Map<String, Universe> byName = new LinkedHashMap<>();
        Map<String, BitSet> bits = new LinkedHashMap<>();
        for (Universe universe : universes) {
            byName.put(universe.name(), universe);
            bits.put(universe.name(), bitsOf(universe, symbols));
        }
        return new UniverseIndex(byName, bits);
    }

    /** Every universe, in the order given. */
    public Collection<Universe> universes() {
        return universes.values();
    }

    /** The names that no universe has. */
    public List<String> unknownOf(Collection<String> names) {
        return names.stream().filter(name -> !universes.containsKey(name)).collect(Collectors.toList());
    }

    /** The union of the named universes, as symbol numbers; the caller owns the set. */
    public BitSet symbolsOf(Collection<String> names) {
        BitSet union = new BitSet();
        for (String name : names) {
            BitSet bits = symbolIds.get(name);
            if (bits != null) {
                union.or(bits);
            }
        }
        return union;
    }

    /** How many symbols the selection reaches, both trackers together. */
    public int symbolCount(UniverseSelection selection) {
        BitSet union = symbolsOf(selection.market());
        union.or(symbolsOf(selection.highlow()));
        return union.cardinality();
    }

    private static BitSet bitsOf(Universe universe, SymbolTable symbols) {
        BitSet bits = new BitSet(symbols.size());
        for (String ticker : universe.symbols()) {
            int id = symbols.idOf(ticker);
            if (id != SymbolTable.UNKNOWN) {
                bits.set(id);
            }
        }
        return bits;
    }
}
