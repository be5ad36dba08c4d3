package org.tickstock.app.bar;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.tickstock.app.database.Trouble;
import org.tickstock.engine.bar.Bar;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.time.EpochClock;

/**
 * Takes the bars that lanes handed over and writes them, a group at a time, the newest state of each minute only.
 *
 * <p>While the database is away bars wait in memory; a minute that cannot wait any more is lost, and counted.
 * <p>Thread: one round at a time; the status may be read from anywhere.
 * <p>Errors: every fault ends the round, is told by the status, and the next round tries again.
 */
final class BarRounds {

    private static final Logger LOG = System.getLogger(BarRounds.class.getName());
    private static final int GROUP = 10_000;
    private static final int SYMBOL_SHIFT = 32;
    private static final long DAYS_EVERY_NS = 300_000_000_000L;
    private static final long QUIET_NS = 30_000_000_000L;

    private final Trouble trouble =
        new Trouble(LOG, "minute bars reach the database written", "minute bars wait");
    private final List<BarLane> lanes;
    private final BarTables tables;
    private final IntFunction<String> tickerOf;
    private final BarRun began;
    private final int pendingMax;
    private final EpochClock clock;

    // a round's own
    private final Map<Long, Bar> pending = new LinkedHashMap<>();
    private final Set<Integer> changedDays = new TreeSet<>();
    private long wroteAtNs;
    private long rolledAtNs;

    // a round writes, anyone reads
    private volatile long written;
    private volatile long revised;
    private volatile long lost;
    private volatile long refused;
    private volatile int lastRound;
    private volatile int waiting;
    private volatile long oldestWaitingNs = Long.MAX_VALUE;

    /** Rounds of the run {@code began}, whose times of hearing the lanes know. */
    BarRounds(List<BarLane> lanes, BarTables tables, IntFunction<String> tickerOf, BarRun began, int pendingMax,
            EpochClock clock) {
        this.lanes = lanes;
        this.tables = tables;
        this.tickerOf = tickerOf;
        this.began = began;
        this.pendingMax = pendingMax;
        this.clock = clock;
    }

    /** One round; {@code away} says why the database cannot be used, null when it can. */
    synchronized void run(String away) {
        takeHandedOver();
        String reason = away;
        if (reason == null && !pending.isEmpty()) {
            reason = tryDatabase();
        }
        if (reason == null && areDaysDue()) {
            reason = tryDays();
        }
        trouble.tell(reason, written);
        note();
    }

    /** The last round, once the lanes have ended; what the database cannot take now is lost. */
    synchronized void finish(String away) {
        lanes.forEach(BarLane::cut);
        rolledAtNs = 0;
        run(away);
        if (!pending.isEmpty()) {
            lost += pending.size();
            LOG.log(Level.ERROR, "minute bars lost at the stop bars={0,number,#} reason={1}", pending.size(),
                trouble.reason());
            pending.clear();
            note();
        }
    }

    BarStatus status() {
        long unheard = lanes.stream().mapToLong(BarLane::refused).sum();
        int handedOver = lanes.stream().mapToInt(BarLane::waiting).sum();
        return new BarStatus(written, revised, lastRound, waiting + handedOver, lost + unheard, refused,
            trouble.reason());
    }

    /** This run as it stands; null before the first print. */
    BarRun run() {
        long fromNs = lanes.stream().mapToLong(BarLane::heardFromNs).min().orElse(Long.MAX_VALUE);
        long toNs = lanes.stream().mapToLong(BarLane::heardToNs).max().orElse(0);
        return fromNs == Long.MAX_VALUE ? null
            : new BarRun(began.run(), began.provider(), began.isInvented(), fromNs, Math.max(fromNs, toNs));
    }

    /** Every bar that began earlier than this is in the database, or on its way to a lane's hand-off. */
    long oldestWaitingNs() {
        return oldestWaitingNs;
    }

    private void takeHandedOver() {
        for (BarLane lane : lanes) {
            for (Bar bar = lane.take(); bar != null; bar = lane.take()) {
                take(bar);
            }
        }
        note();
    }

    private void take(Bar bar) {
        long key = (long) bar.symbolId() << SYMBOL_SHIFT | bar.startNs() / Bar.LENGTH_NS;
        if (pending.size() >= pendingMax && !pending.containsKey(key)) {
            if (lost++ == 0) {
                LOG.log(Level.ERROR, "minute bars lost, tickstock.bar.pending-max={0,number,#} wait for the database",
                    pendingMax);
            }
            return;
        }
        pending.put(key, bar);
    }

    private String tryDatabase() {
        try {
            int rows = 0;
            while (!pending.isEmpty()) {
                rows += writeGroup();
            }
            lastRound = rows;
            return null;
        } catch (SQLException fault) {
            return "database: " + fault.getMessage();
        }
    }

    /** Often enough to be looked at, and when nothing has come for a while: a tape may be over. */
    private boolean areDaysDue() {
        long nowNs = clock.nowNs();
        return !changedDays.isEmpty() && (nowNs - rolledAtNs >= DAYS_EVERY_NS || nowNs - wroteAtNs >= QUIET_NS);
    }

    private String tryDays() {
        try {
            tables.rollDays(changedDays.stream().map(day -> LocalDate.ofEpochDay(day)).toList());
            changedDays.clear();
            rolledAtNs = clock.nowNs();
            return null;
        } catch (SQLException fault) {
            return "database: " + fault.getMessage();
        }
    }

    private int writeGroup() throws SQLException {
        BarRun run = run();
        Map<Long, Bar> group = new HashMap<>();
        List<BarRow> rows = new ArrayList<>();
        int unsound = 0;
        for (Iterator<Map.Entry<Long, Bar>> next = pending.entrySet().iterator();
                next.hasNext() && group.size() < GROUP;) {
            Map.Entry<Long, Bar> entry = next.next();
            group.put(entry.getKey(), entry.getValue());
            BarRow row = row(entry.getValue(), run);
            if (row.isSound()) {
                rows.add(row);
            } else {
                unsound++;
                LOG.log(Level.ERROR, "minute bar breaks the rules of its table symbol={0} bar={1}", row.symbol(),
                    row.bar());
            }
        }
        tables.write(run, rows);
        pending.keySet().removeAll(group.keySet());
        rows.stream().filter(row -> row.bar().session() == MarketSession.REGULAR)
            .forEach(row -> changedDays.add(row.bar().tradeDay()));
        wroteAtNs = clock.nowNs();
        refused += unsound;
        written += rows.size();
        revised += rows.stream().filter(row -> row.bar().revision() > 0).count();
        return rows.size();
    }

    private BarRow row(Bar bar, BarRun run) {
        return new BarRow(tickerOf.apply(bar.symbolId()), bar,
            bar.exact() && run.heardBeginOf(bar) && run.heardEndOf(bar));
    }

    private void note() {
        waiting = pending.size();
        oldestWaitingNs = pending.values().stream().mapToLong(Bar::startNs).min().orElse(Long.MAX_VALUE);
    }
}
