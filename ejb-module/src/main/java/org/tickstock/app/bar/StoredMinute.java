package org.tickstock.app.bar;

import java.util.Locale;
import org.tickstock.engine.bar.Bar;

/**
 * A minute as the database has it, and what it would be with what memory knows besides.
 *
 * @param bar the minute
 * @param run which run wrote it
 * @param revision its revision in that run
 * @param base what earlier runs had made of it, null where none had
 * @param heardToNs event time up to which that run has heard its feed
 */
record StoredMinute(BarPoint bar, long run, int revision, BarPoint base, long heardToNs) {

    private static final long NS_PER_MS = 1_000_000L;

    /** What memory knows, where the database has nothing of the minute. */
    static BarPoint of(Bar bar, BarRun me) {
        boolean isForming = bar.state() == Bar.State.FORMING;
        return new BarPoint(bar.startNs() / NS_PER_MS, bar.session().name(), bar.openMicros(), bar.highMicros(),
            bar.lowMicros(), bar.closeMicros(), bar.volumeMicros(), bar.trades(), 0,
            bar.state().name().toLowerCase(Locale.ROOT), bar.exact() && me.heardBeginOf(bar) && !isForming,
            me.isInvented());
    }

    /** The minute with a bar that is in memory, by the rules of {@link BarUpsert}. */
    BarPoint with(Bar newer, BarRun me) {
        if (run == me.run()) {
            boolean isWritten = newer.state() != Bar.State.FORMING && newer.revision() <= revision;
            return isWritten ? bar : base == null ? of(newer, me) : sum(base, of(newer, me));
        }
        boolean isNext = me.heardFromNs() >= heardToNs && me.isInvented() == bar.isInvented();
        return isNext ? sum(bar, of(newer, me)) : bar;
    }

    private static BarPoint sum(BarPoint earlier, BarPoint later) {
        return new BarPoint(earlier.startMs(), later.session(), earlier.openMicros(),
            Math.max(earlier.highMicros(), later.highMicros()), Math.min(earlier.lowMicros(), later.lowMicros()),
            later.closeMicros(), earlier.volumeMicros() + later.volumeMicros(), earlier.trades() + later.trades(), 0,
            later.state(), false, later.isInvented());
    }
}
