package org.tickstock.engine.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The groups of a universe: sectors, industries, and the funds of the sectors.
 *
 * <p>Thread: immutable; may be shared.
 * <p>Source: market state, section 2.
 */
public final class SectorRotation {

    private static final int LEADERS = 5;
    private static final int TRAIL_WEEKS = 8;
    private static final int EVENT_DAYS = 5;
    private static final int EVENT_RANKS = 3;

    private final String benchmark;
    private final List<GroupState> groups;

    private SectorRotation(String benchmark, List<GroupState> groups) {
        this.benchmark = benchmark;
        this.groups = Collections.unmodifiableList(groups);
    }

    /** Of a universe; {@code standings} are by symbol number, null for those outside it. */
    static SectorRotation of(UniversePast past, TradeDays days, SymbolFigures[] market, Standing[] standings) {
        List<GroupState> all = new ArrayList<>();
        double[] benchmark = past.benchmarkLevels(market, days.last());
        int from = 0;
        for (int to = 1; to <= past.groups().size(); to++) {
            if (to == past.groups().size() || past.groups().get(to).kind() != past.groups().get(from).kind()) {
                List<GroupBuilder> kind = new ArrayList<>();
                for (int group = from; group < to; group++) {
                    kind.add(new GroupBuilder(past.groups().get(group), market, standings, days));
                }
                GroupRanks now = new GroupRanks(kind.stream().map(GroupBuilder::returns).toList());
                GroupRanks weekAgo = new GroupRanks(kind.stream().map(GroupBuilder::returnsWeekAgo).toList());
                for (int group = from; group < to; group++) {
                    RelativeRotation rotation = new RelativeRotation(
                            past.indexOf(group).levelsWith(kind.get(group - from).newestChange()), benchmark);
                    all.add(kind.get(group - from).build(rotation, now, weekAgo, group - from));
                }
                from = to;
            }
        }
        return new SectorRotation(past.benchmarkName(), all);
    }

    /** The symbol that groups are measured against; empty where that is the universe's own mean. */
    public String benchmark() {
        return benchmark;
    }

    /** All groups, by kind and name. */
    public List<GroupState> groups() {
        return groups;
    }

    /** The groups of a kind, by name. */
    public List<GroupState> groups(GroupKind kind) {
        return groups.stream().filter(group -> group.kind() == kind).toList();
    }

    /** A group. */
    public Optional<GroupState> group(GroupKind kind, String name) {
        return groups.stream().filter(group -> group.kind() == kind && group.name().equalsIgnoreCase(name)).findFirst();
    }

    /** Sums one group up. */
    private static final class GroupBuilder {

        private final Group group;
        private final SymbolFigures[] market;
        private final TradeDays days;
        private final List<Standing> fresh = new ArrayList<>();
        private final BreadthMetric.Tally tally = new BreadthMetric.Tally();
        private int symbolCount;
        private final GroupReturns equal;
        private final GroupReturns capWeighted;
        private final GroupReturns weekAgo;

        GroupBuilder(Group group, SymbolFigures[] market, Standing[] standings, TradeDays days) {
            this.group = group;
            this.market = market;
            this.days = days;
            GroupReturns.Mean equalMean = new GroupReturns.Mean();
            GroupReturns.Mean capMean = new GroupReturns.Mean();
            GroupReturns.Mean weekAgoMean = new GroupReturns.Mean();
            for (int member : group.members()) {
                SymbolFigures figures = market[member];
                if (figures.bar() != null && figures.day() >= days.last()) {
                    equalMean.add(figures.performance(), 1);
                    capMean.add(figures.performance(), figures.instrument().marketCapUsd());
                    weekAgoMean.add(figures.performanceWeekAgo(), 1);
                    tally.add(figures.sides());
                    symbolCount++;
                    if (standings[member] != null) {
                        fresh.add(standings[member]);
                    }
                }
            }
            equal = equalMean.returns();
            capWeighted = capMean.returns();
            weekAgo = weekAgoMean.returns();
        }

        GroupReturns returns() {
            return equal;
        }

        GroupReturns returnsWeekAgo() {
            return weekAgo;
        }

        double newestChange() {
            return GroupIndex.newestChange(group.members(), market, days.last());
        }

        GroupState build(RelativeRotation rotation, GroupRanks now, GroupRanks before, int at) {
            Standing[] byPlace = fresh.stream().filter(standing -> standing.place() != RankScale.NO_PLACE)
                    .toArray(Standing[]::new);
            Arrays.sort(byPlace, (one, other) -> Integer.compare(one.place(), other.place()));
            return new GroupState(group.kind(), group.name(), symbolCount, equal, capWeighted,
                    tally.of(BreadthMetric.PRICE_TO_SMA50), tally.of(BreadthMetric.PRICE_TO_SMA200),
                    tally.of(BreadthMetric.DAY_CHANGE), leaders(byPlace), laggards(byPlace),
                    trail(rotation), point(rotation, days.size() - 1), now.score(at), now.place(at), before.place(at),
                    events(rotation, now.place(at), before.place(at)));
        }

        private static List<Standing> leaders(Standing[] byPlace) {
            return Arrays.asList(byPlace).subList(0, Math.min(LEADERS, byPlace.length));
        }

        private static List<Standing> laggards(Standing[] byPlace) {
            List<Standing> weakest = new ArrayList<>(
                    Arrays.asList(byPlace).subList(Math.max(0, byPlace.length - LEADERS), byPlace.length));
            Collections.reverse(weakest);
            return weakest;
        }

        private RotationPoint point(RelativeRotation rotation, int at) {
            return new RotationPoint(days.day(at), rotation.ratio(at), rotation.momentum(at), rotation.quadrant(at));
        }

        private List<RotationPoint> trail(RelativeRotation rotation) {
            List<RotationPoint> points = new ArrayList<>();
            for (int week = TRAIL_WEEKS - 1; week >= 0; week--) {
                int at = days.size() - 1 - week * Performance.WEEK;
                if (at >= 0 && rotation.quadrant(at) != Quadrant.INSUFFICIENT) {
                    points.add(point(rotation, at));
                }
            }
            return points;
        }

        private List<RotationEvent> events(RelativeRotation rotation, int rank, int rankBefore) {
            List<RotationEvent> events = new ArrayList<>();
            for (int at = Math.max(1, days.size() - EVENT_DAYS); at < days.size(); at++) {
                Quadrant from = rotation.quadrant(at - 1);
                Quadrant to = rotation.quadrant(at);
                if (from != to && from != Quadrant.INSUFFICIENT && to != Quadrant.INSUFFICIENT) {
                    events.add(new RotationEvent(days.day(at), RotationEvent.Kind.QUADRANT, from.wireName(),
                            to.wireName()));
                }
            }
            if (rank != RankScale.NO_PLACE && rankBefore != RankScale.NO_PLACE
                    && Math.abs(rank - rankBefore) >= EVENT_RANKS) {
                events.add(new RotationEvent(days.last(), RotationEvent.Kind.RANK, Integer.toString(rankBefore),
                        Integer.toString(rank)));
            }
            return events;
        }
    }
}
