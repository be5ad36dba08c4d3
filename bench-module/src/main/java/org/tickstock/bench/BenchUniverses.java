package org.tickstock.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.tickstock.engine.event.DisplayEvent;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.universe.Universe;
import org.tickstock.engine.universe.UniverseIndex;
import org.tickstock.engine.universe.UniverseSelection;

/**
 * Universes over the symbols that events are of, drawn so that three of them reach one event in fifteen.
 */
final class BenchUniverses {

    private static final long SEED = 42;
    private static final int UNIVERSES = 200;
    private static final int PICKED = 3;
    private static final int ONE_IN = 45;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<Universe> universes = new ArrayList<>();
    private final UniverseIndex index;

    BenchUniverses(List<DisplayEvent> events) {
        int largest = events.stream().mapToInt(event -> event.origin().symbolId()).max().orElseThrow();
        String[] tickers = new String[largest + 1];
        for (int id = 0; id <= largest; id++) {
            tickers[id] = "NONE" + id;
        }
        events.forEach(event -> tickers[event.origin().symbolId()] = event.origin().symbol());
        SymbolTable symbols = SymbolTable.of(List.of(tickers));
        for (int number = 0; number < UNIVERSES; number++) {
            Set<String> members = new TreeSet<>();
            for (String ticker : tickers) {
                if (random.nextInt(ONE_IN) == 0) {
                    members.add(ticker);
                }
            }
            universes.add(new Universe("universe_" + number, "bench", List.copyOf(members)));
        }
        index = UniverseIndex.of(universes, symbols);
    }

    UniverseIndex index() {
        return index;
    }

    /** What so many users pick, of so many different selections at most. */
    List<UniverseSelection> selections(int users, int distinct) {
        List<UniverseSelection> kinds = new ArrayList<>();
        for (int kind = 0; kind < distinct; kind++) {
            Set<String> names = new HashSet<>();
            while (names.size() < PICKED) {
                names.add(universes.get(random.nextInt(UNIVERSES)).name());
            }
            kinds.add(new UniverseSelection(List.copyOf(names), List.copyOf(names)));
        }
        List<UniverseSelection> picked = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            picked.add(kinds.get(user % distinct));
        }
        return picked;
    }

    /** The same selection as a set of tickers. */
    Set<String> tickersOf(UniverseSelection selection) {
        Set<String> tickers = new HashSet<>();
        universes.stream().filter(universe -> selection.market().contains(universe.name()))
                .forEach(universe -> tickers.addAll(universe.symbols()));
        return tickers;
    }
}
