package org.tickstock.app.endofday;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tickstock.app.history.DayDifferences;
import org.tickstock.engine.universe.Universe;
import org.tickstock.engine.universe.UniverseIndex;

/**
 * Looks at the newest trade dates that are over: who of the tracked symbols has no bar, and where our own bars are not
 * the imported ones.
 *
 * <p>The five newest are looked at each time, so that a bar that comes late, by import or by revision, changes what
 * came of its day, and a server that was away catches up. Only what has changed is written and told.
 * <p>Thread: one round at a time.
 * <p>Errors: the database's; the next round looks again.
 */
final class EndOfDayRounds {

    /** Trading days that are looked at, and those before a day by which it is known what is tracked. */
    static final int DAYS = 5;

    private static final Logger LOG = System.getLogger(EndOfDayRounds.class.getName());
    private static final int SHOWN = 500;

    private final EndOfDayTables tables;
    private final TradeDates dates;
    private final EndOfDaySettings settings;
    private final double volumeTolerancePct;

    EndOfDayRounds(EndOfDayTables tables, TradeDates dates, EndOfDaySettings settings, double volumeTolerancePct) {
        this.tables = tables;
        this.dates = dates;
        this.settings = settings;
        this.volumeTolerancePct = volumeTolerancePct;
    }

    /**
     * Looks once.
     *
     * @param marketNs how late it is in the market that is heard
     * @param asOf when this look is
     */
    void look(long marketNs, Instant asOf, UniverseIndex universes) throws SQLException {
        List<String> unknown = universes.unknownOf(settings.universes());
        if (!unknown.isEmpty()) {
            LOG.log(Level.WARNING, "end of day cannot say what is tracked, tickstock.end-of-day.universes must exist, "
                + "was {0}", unknown);
        }
        Map<LocalDate, Set<String>> read = new HashMap<>();
        for (LocalDate day : dates.over(marketNs, DAYS)) {
            Optional<EndOfDay> found = look(day, asOf, universes, read);
            if (found.isPresent() && tables.keep(found.get())) {
                tell(found.get());
            }
        }
    }

    /** Empty where there is no bar, nor was on the days before: that day was before our time. */
    private Optional<EndOfDay> look(LocalDate day, Instant asOf, UniverseIndex universes,
            Map<LocalDate, Set<String>> read) throws SQLException {
        Set<String> present = symbolsOn(day, read);
        Set<String> lately = new TreeSet<>();
        for (LocalDate before : dates.before(day, DAYS)) {
            lately.addAll(symbolsOn(before, read));
        }
        if (present.isEmpty() && lately.isEmpty()) {
            return Optional.empty();
        }
        Set<String> tracked = settings.universes().isEmpty() ? lately : membersOf(universes);
        List<String> missing = tracked.stream().filter(symbol -> !present.contains(symbol)).toList();
        int there = tracked.size() - missing.size();
        DayDifferences differences = tables.differences(day, volumeTolerancePct);
        return Optional.of(new EndOfDay(day, stateOf(there, tracked.size()), tracked.size(), there, first(missing),
            differences.compared(), differences.differing().size(), first(differences.differing()), asOf));
    }

    /** Days that were looked at are those before the next: each is read once a look. */
    private Set<String> symbolsOn(LocalDate day, Map<LocalDate, Set<String>> read) throws SQLException {
        Set<String> known = read.get(day);
        if (known == null) {
            known = tables.symbolsOn(day);
            read.put(day, known);
        }
        return known;
    }

    private EndOfDay.State stateOf(int present, int tracked) {
        if (tracked == 0) {
            return EndOfDay.State.INSUFFICIENT;
        }
        return present * 100.0 >= settings.completePct() * tracked
            ? EndOfDay.State.COMPLETE : EndOfDay.State.PARTIAL;
    }

    private Set<String> membersOf(UniverseIndex universes) {
        Set<String> members = new TreeSet<>();
        if (!universes.unknownOf(settings.universes()).isEmpty()) {
            return members;
        }
        for (Universe universe : universes.universes()) {
            if (settings.universes().contains(universe.name())) {
                members.addAll(universe.symbols());
            }
        }
        return members;
    }

    private static List<String> first(List<String> all) {
        return all.subList(0, Math.min(SHOWN, all.size()));
    }

    private static void tell(EndOfDay day) {
        LOG.log(day.state() == EndOfDay.State.COMPLETE ? Level.INFO : Level.WARNING,
            "end of day date={0} state={1} tracked={2,number,#} present={3,number,#} compared={4,number,#} "
                + "differing={5,number,#}", day.tradeDate(), day.state(), day.tracked(), day.present(),
            day.compared(), day.differing());
    }
}
