package org.tickstock.engine.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Symbols of a universe that rise and fall together.
 *
 * @param kind what they have in common
 * @param name the sector, the industry, or the fund
 * @param members their numbers, ascending
 */
record Group(GroupKind kind, String name, int[] members) {

    /** The funds of the eleven sectors. */
    static final List<String> SECTOR_FUNDS =
            List.of("XLB", "XLC", "XLE", "XLF", "XLI", "XLK", "XLP", "XLRE", "XLU", "XLV", "XLY");

    /** The sectors and industries of a universe by name, and the funds of the sectors that the market has. */
    static List<Group> of(int[] universe, SymbolFigures[] market, Map<String, Integer> indexes) {
        Map<String, List<Integer>> sectors = new TreeMap<>();
        Map<String, List<Integer>> industries = new TreeMap<>();
        for (int member : universe) {
            Instrument instrument = market[member].instrument();
            sectors.computeIfAbsent(instrument.sector(), name -> new ArrayList<>()).add(member);
            industries.computeIfAbsent(instrument.industry(), name -> new ArrayList<>()).add(member);
        }
        List<Group> groups = new ArrayList<>();
        sectors.forEach((name, members) -> add(groups, GroupKind.SECTOR, name, members));
        industries.forEach((name, members) -> add(groups, GroupKind.INDUSTRY, name, members));
        for (String fund : SECTOR_FUNDS) {
            if (indexes.containsKey(fund)) {
                add(groups, GroupKind.ETF, fund, List.of(indexes.get(fund)));
            }
        }
        return Collections.unmodifiableList(groups);
    }

    /** What has no name is no group. */
    private static void add(List<Group> groups, GroupKind kind, String name, List<Integer> members) {
        if (!name.isEmpty()) {
            groups.add(new Group(kind, name, members.stream().mapToInt(Integer::intValue).sorted().toArray()));
        }
    }
}
