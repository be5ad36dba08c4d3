package org.tickstock.engine.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.universe.UniverseIndex;
import org.tickstock.engine.universe.UniverseSelection;

/**
 * docs/resume.md as a machine: where one connection stands, and which frames may come next. Every frame that breaks an
 * invariant fails with the invariant's name.
 *
 * <p>It knows every event there ever was and what journal and memory still hold, and nothing of how the server works.
 */
final class ResumeModel {

    /** The states of the page; new and closed connections get no events. */
    enum State { NEW, EARLIER_LOG, READING_HISTORY, BEHIND, LIVE }

    /** What there is in the world, for all connections. */
    static final class World {
        final TreeMap<Long, TreeMap<Long, DisplayMessage>> logs = new TreeMap<>();
        final ModelJournal journal = new ModelJournal();
        UniverseIndex universes;
        int memory;

        long live() {
            return logs.lastKey();
        }

        long last() {
            return logs.lastEntry().getValue().isEmpty() ? 0 : logs.lastEntry().getValue().lastKey();
        }

        long memoryFirst() {
            return Math.max(1, last() - memory + 1);
        }

        boolean wants(UniverseSelection selection, DisplayMessage message) {
            return Audience.of(selection, universes).wants(message);
        }
    }

    private static final long PATIENCE_NS = 10_000_000_000L;
    private static final Pattern STOCK = Pattern.compile("\"epoch\":(\\d+),\"from\":(\\d+),\"to\":(\\d+)");
    private static final Pattern GAP =
            Pattern.compile("\"epoch\":(\\d+),\"from\":(\\d+),\"to\":(\\d+|null),\"reason\":\"(\\w+)\"");
    private static final Pattern OFFSET = Pattern.compile("\"offset\":(\\d+)");

    private final World world;
    private final String name;
    // the client's place; and what it watched in the cycles since it got its last frame
    private long epoch;
    private long after;
    private boolean isKillDeclared;
    private long awaySinceNs;
    private long nowNs;
    private final List<UniverseSelection> silentCycles = new ArrayList<>();

    ResumeModel(World world, String name) {
        this.world = world;
        this.name = name;
    }

    State state() {
        if (epoch == 0) {
            return State.NEW;
        }
        if (epoch != world.live()) {
            return State.EARLIER_LOG;
        }
        if (after + 1 < world.memoryFirst()) {
            return State.READING_HISTORY;
        }
        return after < world.last() ? State.BEHIND : State.LIVE;
    }

    /** Where the client would resume. */
    ResumePoint place() {
        return new ResumePoint(epoch, after);
    }

    /** The server takes a resume; of the live log there is nothing behind its end. */
    void resume(ResumePoint point) {
        enter(point.epoch(), point.epoch() == world.live() ? Math.min(point.afterOffset(), world.last())
                : point.afterOffset());
        silentCycles.clear();
        awaySinceNs = 0;
    }

    /** A connection that asked for nothing begins with the last 500 events of its own: here, with all of memory. */
    void begin() {
        resume(new ResumePoint(world.live(), world.memoryFirst() - 1));
    }

    /** A cycle went by without a frame. */
    void silence(UniverseSelection selection) {
        silentCycles.add(selection);
    }

    /** A cycle begins, or a page is read, and the journal can be read or not. */
    void look(long atNs, boolean isJournalAway) {
        nowNs = atNs;
        awaySinceNs = isJournalAway && awaySinceNs == 0 ? atNs : awaySinceNs;
    }

    /** A frame came; {@code selection} is what the connection watched. */
    void receive(String frame, UniverseSelection selection) {
        hold("new", state() != State.NEW, frame);
        Matcher gap = GAP.matcher(frame);
        if (gap.find()) {
            long to = gap.group(3).equals("null") ? -1 : Long.parseLong(gap.group(3));
            receiveGap(Long.parseLong(gap.group(1)), Long.parseLong(gap.group(2)), to, gap.group(4), frame);
        } else {
            receiveEvents(frame, selection);
        }
        silentCycles.clear();
        awaySinceNs = 0;
    }

    /** Nothing more is on its way: nothing that it watched all the time lies ahead. */
    void rest() {
        if (epoch != 0) {
            goTo(world.live(), world.last(), "at rest");
        }
    }

    private void receiveEvents(String frame, UniverseSelection selection) {
        Matcher stretch = STOCK.matcher(frame);
        assertThat(stretch.find()).as(frame).isTrue();
        long log = Long.parseLong(stretch.group(1));
        long from = Long.parseLong(stretch.group(2));
        long to = Long.parseLong(stretch.group(3));
        goTo(log, from, frame);
        hold("order", to >= from && world.logs.containsKey(log), frame);
        TreeSet<Long> told = new TreeSet<>();
        Matcher offset = OFFSET.matcher(frame);
        while (offset.find()) {
            hold("no-duplicate", told.add(Long.parseLong(offset.group(1))), frame);
        }
        TreeSet<Long> due = new TreeSet<>();
        world.logs.get(log).subMap(from, false, to, true).forEach((at, message) -> {
            if (world.wants(selection, message)) {
                due.add(at);
            }
        });
        assertThat(told).as(name + " no-hole and own-events-only " + frame).isEqualTo(due);
        enter(log, to);
    }

    private void receiveGap(long log, long from, long to, String reason, String frame) {
        switch (reason) {
            case "left_log" -> {
                goTo(log, from - 1, frame);
                hold("gap-declared", to >= from && isGone(log, from, to), frame);
                enter(log, to);
            }
            case "server_killed" -> {
                goTo(log, from - 1, frame);
                hold("gap-declared", to == -1 && !world.journal.endedWell(log) && log != world.live()
                        && isGone(log, from, Integer.MAX_VALUE), frame);
                isKillDeclared = true;
            }
            case "unknown_epoch" -> {
                hold("epoch-change", log == world.live() && !world.journal.knows(epoch) && from == 1, frame);
                hold("gap-declared", to < world.memoryFirst(), frame);
                enter(log, to);
            }
            case "journal_away" -> {
                boolean isPatient = awaySinceNs != 0 && nowNs - awaySinceNs >= PATIENCE_NS;
                hold("gap-declared", log == world.live() && isPatient && to < world.memoryFirst(), frame);
                if (epoch == log) {
                    goTo(log, from - 1, frame);
                }
                enter(log, to);
            }
            default -> hold("gap-declared", false, frame);
        }
    }

    /** Moves on to a place without having been told anything: nothing on the way may have been due. */
    private void goTo(long log, long offset, String frame) {
        hold("order", log > epoch || log == epoch && offset >= after && !isKillDeclared, frame);
        while (epoch < log) {
            boolean isEndKnown = world.journal.endedWell(epoch) || isKillDeclared;
            hold("epoch-change", world.logs.containsKey(epoch) && isEndKnown, frame);
            if (!isKillDeclared) {
                passOver(epoch, after, Long.MAX_VALUE, frame);
            }
            enter(world.logs.higherKey(epoch), 0);
        }
        passOver(epoch, after, offset, frame);
        after = offset;
    }

    private void passOver(long log, long from, long to, String frame) {
        world.logs.get(log).subMap(from, false, Math.max(from, to), true).forEach((at, message) -> hold("no-hole " + at,
                silentCycles.stream().anyMatch(watched -> !world.wants(watched, message)), frame));
    }

    private boolean isGone(long log, long from, long to) {
        return world.logs.get(log).subMap(from, true, to, true).keySet().stream().noneMatch(
                at -> world.journal.has(log, at) || log == world.live() && at >= world.memoryFirst());
    }

    private void enter(long log, long offset) {
        epoch = log;
        after = offset;
        isKillDeclared = false;
    }

    private void hold(String invariant, boolean holds, String frame) {
        assertThat(holds).as("%s %s: place %d/%d, %s", name, invariant, epoch, after, frame).isTrue();
    }
}
