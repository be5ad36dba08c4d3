package org.tickstock.engine.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.TestMessages;
import org.tickstock.engine.collect.EventCursor;
import org.tickstock.engine.collect.EventLog;
import org.tickstock.engine.collect.EventLogSettings;
import org.tickstock.engine.collect.SessionCounts;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.universe.Universe;
import org.tickstock.engine.universe.UniverseIndex;
import org.tickstock.engine.universe.UniverseSelection;

/** Whatever slow sockets, drops, gaps, restarts and other universes do: every event is accounted for, at any time. */
class ConnectionLedgerRandomTest {

    private static final Pattern COVERS = Pattern.compile("\"epoch\":(\\d+),\"from\":\\d+,\"to\":(\\d+)");
    private static final Pattern OFFSET = Pattern.compile("\"offset\":(\\d+)");
    private static final List<String> NAMES = List.of("zero", "one", "both", "none");

    private final SymbolTable symbols = SymbolTable.of(List.of("S0", "S1", "S2"));
    private final UniverseIndex universes = UniverseIndex.of(List.of(
            new Universe("zero", "Zero", List.of("S0")), new Universe("one", "One", List.of("S1")),
            new Universe("both", "Both", List.of("S0", "S1")), new Universe("none", "None", List.of())), symbols);
    private final AtomicLong nowNs = new AtomicLong(1_000_000_000L);

    private Random random;
    private ListedHistory history;
    private EventLog log;
    private EmissionCycle cycle;
    private EmissionLedger total;
    private List<Connection> connections;

    @Test
    void accountsForEveryEventOfEveryConnectionAfterEveryStep() {
        long acknowledged = 0;
        long inGaps = 0;
        for (int seed = 0; seed < 300; seed++) {
            begin(seed);
            for (int step = 0; step < 200; step++) {
                act();
                connections.forEach(Connection::check);
                assertTotalsAgree();
            }
            acknowledged += connections.stream().mapToLong(each -> each.status().acknowledged()).sum();
            inGaps += connections.stream().mapToLong(each -> each.status().inGaps()).sum();
        }

        assertThat(acknowledged).as("the run must have met acknowledgements").isPositive();
        assertThat(inGaps).as("the run must have met gaps").isPositive();
    }

    private void begin(int seed) {
        random = new Random(seed);
        history = new ListedHistory(1);
        total = new EmissionLedger();
        connections = new ArrayList<>();
        startServer(1);
        for (int i = 0; i < 4; i++) {
            connect();
        }
    }

    private void startServer(long epoch) {
        log = new EventLog(new EventLogSettings(40, random.nextInt(3, 30)), epoch);
        cycle = new EmissionCycle(log, new SessionCounts(), total, nowNs::get);
        cycle.readBackFrom(history);
        history.liveEpoch = epoch;
        history.end(epoch, 0);
    }

    private void connect() {
        Connection connection = new Connection(random.nextBoolean() ? null : somewhere());
        connections.add(connection);
    }

    private ResumePoint somewhere() {
        return new ResumePoint(Math.max(1, log.epoch() - random.nextInt(4)), random.nextInt(60));
    }

    private void act() {
        nowNs.addAndGet(random.nextInt(2_000) * 1_000_000L);
        Connection any = connections.get(random.nextInt(connections.size()));
        switch (random.nextInt(16)) {
            case 0 -> any.isStalled = !any.isStalled;
            case 1, 2 -> any.complete();
            case 3 -> any.selection = selection();
            case 4 -> any.acknowledge();
            case 5 -> any.breakDown();
            case 6 -> any.resume = somewhere();
            case 7 -> history.isSlow = !history.isSlow;
            case 8 -> history.answerWhatWaits();
            case 9 -> history.isAway = random.nextInt(3) == 0;
            case 10 -> restart();
            case 11, 12 -> append(random.nextInt(30));
            default -> cycle.distribute(connections, universes, MarketSession.REGULAR);
        }
    }

    /** The journal has most of the old log, or not all, or does not know how much it lacks. */
    private void restart() {
        if (random.nextInt(8) > 0) {
            return;
        }
        if (random.nextBoolean()) {
            history.end(log.epoch(), log.lastOffset());
        } else {
            history.forgetEnd(log.epoch());
        }
        startServer(log.epoch() + 1 + random.nextInt(2));
        connections.clear();
        total = new EmissionLedger();
        cycle = new EmissionCycle(log, new SessionCounts(), total, nowNs::get);
        cycle.readBackFrom(history);
        for (int i = 0; i < 4; i++) {
            connect();
        }
    }

    private void append(int count) {
        for (int i = 0; i < count; i++) {
            int symbol = random.nextInt(3);
            DisplayMessage message =
                    random.nextBoolean() ? TestMessages.high(symbol, 1) : TestMessages.trend(symbol, 1);
            long offset = log.append(message);
            // Some never got there.
            if (random.nextInt(20) > 0) {
                history.add(log.epoch(), offset, message);
            }
        }
    }

    private UniverseSelection selection() {
        return new UniverseSelection(List.of(NAMES.get(random.nextInt(4))), List.of(NAMES.get(random.nextInt(4))));
    }

    /** Connections that are gone count in the whole as well. */
    private void assertTotalsAgree() {
        long offered = total.offered().values().stream().mapToLong(Long::longValue).sum();
        long sent = total.sent().values().stream().mapToLong(Long::longValue).sum();
        long failed = total.failed().values().stream().mapToLong(Long::longValue).sum();
        long inFlight = connections.stream().mapToLong(each -> each.status().inFlight()).sum();

        assertThat(offered).isEqualTo(sent + failed + inFlight);
    }

    /** A socket whose sends complete when the test says so; it counts what it was given by reading the frames. */
    private final class Connection implements Subscriber {

        private final EventCursor cursor = new EventCursor();
        private final ConnectionLedger ledger = new ConnectionLedger();
        private final Deque<EventCounts> flights = new ArrayDeque<>();
        private final List<String> frames = new ArrayList<>();
        private ResumePoint resume;
        private UniverseSelection selection = ConnectionLedgerRandomTest.this.selection();
        private boolean isStalled;

        Connection(ResumePoint resume) {
            this.resume = resume;
        }

        ConnectionStatus status() {
            return ledger.status(log);
        }

        void check() {
            ConnectionStatus status = status();
            assertThat(status.balanced()).as(status.toString()).isTrue();
            long received = frames.stream().mapToLong(frame -> OFFSET.matcher(frame).results().count()).sum();
            assertThat(status.sent() + status.inFlight() + status.broken()).isEqualTo(received);
            assertThat(status.gaps()).isEqualTo(frames.stream().filter(frame -> frame.contains("\"gap\"")).count());
            assertThat(status.acknowledged()).isLessThanOrEqualTo(received);
            if (cursor.isStarted() && cursor.owedGap() == null) {
                assertThat(status.after()).isEqualTo(cursor.after());
                assertThat(status.epoch()).isEqualTo(cursor.epoch());
            }
        }

        void complete() {
            while (!flights.isEmpty()) {
                EventCounts events = flights.remove();
                ledger.sent(events);
                total.sent(events);
            }
        }

        void breakDown() {
            while (!flights.isEmpty()) {
                EventCounts events = flights.remove();
                ledger.failed(events);
                total.failed(events);
            }
            check();
            connections.remove(this);
            connect();
        }

        void acknowledge() {
            for (int i = frames.size() - 1; i >= 0; i--) {
                Matcher covers = COVERS.matcher(frames.get(i));
                if (covers.find() && Long.parseLong(covers.group(1)) == cursor.epoch()) {
                    long to = Long.parseLong(covers.group(2));
                    if (to <= status().after()) {
                        ledger.acknowledge(cursor.epoch(), to, nowNs.get());
                    }
                    return;
                }
            }
        }

        @Override
        public String connectionId() {
            return "random";
        }

        @Override
        public UniverseSelection selection() {
            return selection;
        }

        @Override
        public EventCursor cursor() {
            return cursor;
        }

        @Override
        public ConnectionLedger ledger() {
            return ledger;
        }

        @Override
        public boolean mayStart() {
            return true;
        }

        @Override
        public ResumePoint takeResumePoint() {
            ResumePoint point = resume;
            resume = null;
            return point;
        }

        @Override
        public boolean trySend(String frame, EventCounts events) {
            if (random.nextInt(40) == 0) {
                throw new IllegalStateException("the socket's own fault");
            }
            if (isStalled || !flights.isEmpty()) {
                return false;
            }
            frames.add(frame);
            flights.add(events);
            if (random.nextBoolean()) {
                complete();
            }
            return true;
        }
    }
}
