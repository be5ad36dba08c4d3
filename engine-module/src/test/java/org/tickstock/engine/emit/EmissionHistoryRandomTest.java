package org.tickstock.engine.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.TestMessages;
import org.tickstock.engine.collect.EventLog;
import org.tickstock.engine.collect.EventLogSettings;
import org.tickstock.engine.collect.SessionCounts;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.universe.Universe;
import org.tickstock.engine.universe.UniverseIndex;
import org.tickstock.engine.universe.UniverseSelection;

/** Whatever cuts off, restarts, slow sockets and slow pages do to a client: it gets every event once, in order. */
class EmissionHistoryRandomTest {

    private static final Pattern COVERS = Pattern.compile("\"epoch\":(\\d+),\"from\":\\d+,\"to\":(\\d+)");
    private static final Pattern OFFSET = Pattern.compile("\"offset\":(\\d+)");
    private static final int STEPS = 150;

    private final SymbolTable symbols = SymbolTable.of(List.of("S0", "S1"));
    private final UniverseIndex universes =
            UniverseIndex.of(List.of(new Universe("zero", "Zero", List.of("S0"))), symbols);
    private final AtomicLong nowNs = new AtomicLong(1_000_000_000L);

    private Random random;
    private ListedHistory history;
    private EventLog log;
    private EmissionCycle cycle;
    private RecordingSubscriber client;
    private ResumePoint started;
    private List<String> expected;
    private List<String> seen;

    @Test
    void givesEveryEventOnceAndInOrder() {
        for (int seed = 0; seed < 300; seed++) {
            begin(seed);
            for (int step = 0; step < STEPS; step++) {
                act();
            }
            client.inFlight = false;
            history.isSlow = false;
            history.isBehind = false;
            history.answerWhatWaits();
            for (int i = 0; i < 600; i++) {
                run();
            }
            keep(client.frames());

            assertThat(seen).as("seed " + seed).isEqualTo(expected);
        }
    }

    private void begin(int seed) {
        random = new Random(seed);
        history = new ListedHistory(1);
        expected = new ArrayList<>();
        seen = new ArrayList<>();
        startServer(1);
        connect(new ResumePoint(1, 0));
    }

    private void act() {
        switch (random.nextInt(12)) {
            case 0 -> client.inFlight = !client.inFlight;
            case 1 -> history.isSlow = !history.isSlow;
            case 2 -> history.answerWhatWaits();
            case 3 -> history.isBehind = !history.isBehind;
            case 4 -> reconnect();
            case 5 -> {
                if (random.nextInt(4) == 0) {
                    history.end(log.epoch(), log.lastOffset());
                    startServer(log.epoch() + 1 + random.nextInt(3));
                    reconnect();
                }
            }
            case 6, 7, 8 -> append(random.nextInt(25));
            default -> run();
        }
    }

    private void startServer(long epoch) {
        log = new EventLog(new EventLogSettings(20, 1_000), epoch);
        cycle = new EmissionCycle(log, new SessionCounts(), new EmissionLedger(), nowNs::get);
        cycle.readBackFrom(history);
        history.liveEpoch = epoch;
        history.end(epoch, 0);
    }

    private void append(int count) {
        for (int i = 0; i < count; i++) {
            int symbol = random.nextInt(2);
            DisplayMessage message = TestMessages.high(symbol, 1);
            long offset = log.append(message);
            history.add(log.epoch(), offset, message);
            if (symbol == 0) {
                expected.add(log.epoch() + ":" + offset);
            }
        }
    }

    /** The connection breaks; the frame that was on its way may never arrive. */
    private void reconnect() {
        List<String> arrived = new ArrayList<>(client.frames());
        if (!arrived.isEmpty() && random.nextBoolean()) {
            arrived.remove(arrived.size() - 1);
        }
        ResumePoint point = started;
        for (String frame : arrived) {
            Matcher covers = COVERS.matcher(frame);
            assertThat(covers.find()).isTrue();
            point = new ResumePoint(Long.parseLong(covers.group(1)), Long.parseLong(covers.group(2)));
        }
        keep(arrived);
        connect(point);
    }

    private void connect(ResumePoint point) {
        client = new RecordingSubscriber(new UniverseSelection(List.of("zero"), List.of("zero")));
        client.resumePoint = point;
        started = point;
    }

    private void keep(List<String> frames) {
        for (String frame : frames) {
            Matcher covers = COVERS.matcher(frame);
            assertThat(covers.find()).isTrue();
            Matcher offsets = OFFSET.matcher(frame);
            while (offsets.find()) {
                seen.add(covers.group(1) + ":" + offsets.group(1));
            }
        }
    }

    private void run() {
        cycle.distribute(List.of(client), universes, MarketSession.REGULAR);
    }
}
