package org.tickstock.engine.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tickstock.engine.universe.Universe;

/**
 * What a universe is made of, and how its groups came to the market's newest day.
 *
 * <p>Thread: immutable; may be shared.
 */
final class UniversePast {

    /** What groups are measured against where the market has it. */
    private static final String BENCHMARK = "SPY";

    private final int[] members;
    private final List<String> missing = new ArrayList<>();
    private final List<Group> groups;
    private final List<GroupIndex> groupIndexes = new ArrayList<>();
    private final GroupIndex index;
    private final AdvanceDeclineLine.Past line;
    private final int[] benchmarkMembers;
    private final GroupIndex benchmark;

    UniversePast(Universe universe, Map<String, Integer> indexes, Past past) {
        for (String symbol : universe.symbols()) {
            if (!indexes.containsKey(symbol)) {
                missing.add(symbol);
            }
        }
        members = universe.symbols().stream().filter(indexes::containsKey).mapToInt(indexes::get).sorted().distinct()
                .toArray();
        SymbolFigures[] market = past.figures();
        groups = Group.of(members, market, indexes);
        Integer spy = indexes.get(BENCHMARK);
        boolean hasSpy = spy != null && market[spy].bars() > 1;
        benchmarkMembers = hasSpy ? new int[] {spy} : members;
        Gathering gathering = new Gathering(past.days());
        List<GroupIndex.Changes> changes = new ArrayList<>();
        for (Group group : groups) {
            changes.add(gathering.of(group.members()));
        }
        GroupIndex.Changes own = gathering.of(members);
        GroupIndex.Changes benchmarks = hasSpy ? gathering.of(benchmarkMembers) : own;
        gathering.run(market);
        changes.forEach(group -> groupIndexes.add(new GroupIndex(group)));
        index = new GroupIndex(own);
        line = new AdvanceDeclineLine.Past(index);
        benchmark = hasSpy ? new GroupIndex(benchmarks) : index;
    }

    /** Goes through the bars of each symbol once for all groups that it is in. */
    private static final class Gathering {

        private final TradeDays days;
        private final Map<Integer, List<GroupIndex.Changes>> bySymbol = new TreeMap<>();

        Gathering(TradeDays days) {
            this.days = days;
        }

        GroupIndex.Changes of(int[] members) {
            GroupIndex.Changes changes = new GroupIndex.Changes(days);
            for (int member : members) {
                bySymbol.computeIfAbsent(member, symbol -> new ArrayList<>()).add(changes);
            }
            return changes;
        }

        void run(SymbolFigures[] market) {
            bySymbol.forEach((symbol, groups) -> GroupIndex.collect(market[symbol], days, groups));
        }
    }

    /** Its members that are in the market, by number and so by symbol. */
    int[] members() {
        return members;
    }

    /** Its members that are not. */
    List<String> missing() {
        return missing;
    }

    List<Group> groups() {
        return groups;
    }

    GroupIndex indexOf(int group) {
        return groupIndexes.get(group);
    }

    /** Advances of all members. */
    AdvanceDeclineLine.Past line() {
        return line;
    }

    /** The symbol that groups are measured against; empty where that is the universe itself. */
    String benchmarkName() {
        return benchmark == index ? "" : BENCHMARK;
    }

    /** The benchmark's levels up to the newest day. */
    double[] benchmarkLevels(SymbolFigures[] market, int newestDay) {
        return benchmark.levelsWith(GroupIndex.newestChange(benchmarkMembers, market, newestDay));
    }

    /** The benchmark as it is on the newest day. */
    Benchmark benchmark(SymbolFigures[] market, int newestDay) {
        double change = GroupIndex.newestChange(benchmarkMembers, market, newestDay);
        return new Benchmark(benchmarkName(), benchmark.levelsWith(change), 100 * change);
    }

    /**
     * What a universe is measured against.
     *
     * @param name its symbol; empty where that is the universe itself
     * @param levels day by day, the newest included
     * @param dayPct its change of the newest day; NaN where it has no bar of it
     */
    record Benchmark(String name, double[] levels, double dayPct) {
    }
}
