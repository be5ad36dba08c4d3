package org.tickstock.engine.state;

import java.util.List;

/**
 * A group of a universe: what it returned, how broad that is, who leads, and where it stands in the rotation.
 *
 * <p>Stale members are left out everywhere.
 * <p>Thread: immutable; may be shared.
 *
 * @param kind what its members have in common
 * @param name the sector, the industry, or the fund
 * @param symbolCount how many members have a bar of the newest day
 * @param equalWeighted returns, each member the same
 * @param capWeighted returns, each member by its market capitalisation of today; those without one left out
 * @param aboveSma50 members above their 50-bar average, and below
 * @param aboveSma200 members above their 200-bar average, and below
 * @param dayChange members that rose on the day, and that fell
 * @param leaders the five strongest, strongest first
 * @param laggards the five weakest, weakest first
 * @param trail the rotation of the last eight weeks, oldest first, the newest day last; unknown points left out
 * @param rotation where it stands now
 * @param score by which groups of its kind are ranked; NaN where nothing is known
 * @param rank among the groups of its kind, 1 is the strongest; 0 where it has none
 * @param rankWeekAgo the same five bars ago
 * @param events quadrants that it came into on the last five days, oldest first, and a move by three ranks or more
 */
public record GroupState(
        GroupKind kind, String name, int symbolCount, GroupReturns equalWeighted, GroupReturns capWeighted,
        BreadthCount aboveSma50, BreadthCount aboveSma200, BreadthCount dayChange,
        List<Standing> leaders, List<Standing> laggards, List<RotationPoint> trail, RotationPoint rotation,
        double score, int rank, int rankWeekAgo, List<RotationEvent> events) {

    /** Copies the lists. */
    public GroupState {
        leaders = List.copyOf(leaders);
        laggards = List.copyOf(laggards);
        trail = List.copyOf(trail);
        events = List.copyOf(events);
    }
}
