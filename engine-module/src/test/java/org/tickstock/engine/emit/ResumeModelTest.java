package org.tickstock.engine.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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

/**
 * Plays everything that may happen to a connection against {@link ResumeModel}: cut-offs that lose frames, restarts,
 * kills, a journal that is away, slow, behind or full of holes, a log that is run over, universes that change, and
 * clients that send resume and ack twice, late, out of order, or make them up.
 *
 * <p>Another seed: {@code -Dtickstock.resume.seed=…}; more: {@code -Dtickstock.resume.schedules=…}.
 */
@Timeout(300)
class ResumeModelTest {

    private static final long SEED = Long.getLong("tickstock.resume.seed", 0);
    private static final int SCHEDULES = Integer.getInteger("tickstock.resume.schedules", 600);
    private static final int STEPS = 220;
    private static final int MEMORY = 20;
    private static final int CLIENTS = 3;

    private final SymbolTable symbols = SymbolTable.of(List.of("S0", "S1"));
    private final UniverseIndex universes = UniverseIndex.of(List.of(
            new Universe("zero", "Zero", List.of("S0")), new Universe("one", "One", List.of("S1")),
            new Universe("both", "Both", List.of("S0", "S1"))), symbols);
    private final AtomicLong nowNs = new AtomicLong(1_000_000_000L);
    private final Map<ResumeModel.State, Integer> states = new EnumMap<>(ResumeModel.State.class);
    private final Map<String, Integer> frames = new TreeMap<>();

    private Random random;
    private ResumeModel.World world;
    private EventLog log;
    private EmissionCycle cycle;
    private final List<Client> clients = new ArrayList<>();

    /** One client: its connection, what it made of it, and the places where it once was. */
    private final class Client {
        private final String name;
        private final List<ResumePoint> places = new ArrayList<>();
        private RecordingSubscriber connection;
        private ResumeModel model;
        private int read;

        Client(String name) {
            this.name = name;
        }

        /** Connects, and asks to go on where {@code point} is; null asks for nothing. */
        void connect(ResumePoint point) {
            connection = new RecordingSubscriber(randomSelection());
            connection.resumePoint = point;
            connection.mayStart = point != null || random.nextBoolean();
            model = new ResumeModel(world, name);
            read = 0;
        }
    }

    @Test
    void keepsEveryInvariantWhateverHappens() {
        for (int schedule = 0; schedule < SCHEDULES; schedule++) {
            begin(SEED + schedule);
            for (int step = 0; step < STEPS; step++) {
                act();
            }
            comeToRest();
        }

        // a schedule is worth something only if it visits every state and sees every kind of frame
        assertThat(states).hasSize(ResumeModel.State.values().length);
        assertThat(frames).containsOnlyKeys(
                "stock_data", "left_log", "server_killed", "unknown_epoch", "journal_away");
        assertThat(frames).allSatisfy((kind, count) -> assertThat(count).as(kind).isGreaterThan(SCHEDULES / 20));
    }

    private void begin(long seed) {
        random = new Random(seed);
        world = new ResumeModel.World();
        world.universes = universes;
        world.memory = MEMORY;
        startServer(1);
        clients.clear();
        for (int i = 0; i < CLIENTS; i++) {
            Client client = new Client("seed " + seed + " client " + i);
            client.connect(i == 0 ? new ResumePoint(1, 0) : null);
            clients.add(client);
        }
    }

    private void act() {
        Client client = clients.get(random.nextInt(CLIENTS));
        switch (random.nextInt(20)) {
            case 0 -> client.connection.inFlight = !client.connection.inFlight;
            case 1 -> world.journal.isSlow = !world.journal.isSlow;
            case 2 -> {
                look();
                world.journal.answerWhatWaits();
            }
            case 3 -> world.journal.behind(random.nextBoolean());
            case 4 -> world.journal.isAway = random.nextInt(3) == 0;
            case 5 -> cutOff(client);
            case 6 -> client.connection.selection = randomSelection();
            case 7 -> sendOddResume(client);
            case 8 -> sendOddAck(client);
            case 9 -> beStruck();
            case 10, 11, 12, 13 -> append(random.nextInt(25));
            default -> run();
        }
    }

    private void beStruck() {
        switch (random.nextInt(6)) {
            case 0 -> restart(true);
            case 1 -> restart(false);
            case 2 -> world.journal.forgetOldest();
            case 3 -> nowNs.addAndGet(11_000_000_000L);
            default -> {
                if (log.lastOffset() > 3) {
                    long from = 1 + random.nextInt((int) log.lastOffset());
                    world.journal.lose(from, from + random.nextInt(4));
                }
            }
        }
    }

    private void restart(boolean inGoodOrder) {
        if (inGoodOrder) {
            world.journal.endWell();
        } else {
            world.journal.kill();
        }
        startServer(world.live() + 1 + random.nextInt(3));
        clients.forEach(this::cutOff);
    }

    private void startServer(long epoch) {
        world.logs.put(epoch, new TreeMap<>());
        log = new EventLog(new EventLogSettings(MEMORY, 1_000), epoch);
        cycle = new EmissionCycle(log, new SessionCounts(), new EmissionLedger(), nowNs::get);
        cycle.readBackFrom(world.journal);
        world.journal.begin(epoch);
    }

    private void append(int count) {
        for (int i = 0; i < count; i++) {
            int symbol = random.nextInt(2);
            DisplayMessage message = random.nextInt(4) == 0
                    ? TestMessages.trend(symbol, 1) : TestMessages.high(symbol, 1);
            long offset = log.append(message);
            world.logs.get(log.epoch()).put(offset, message);
            world.journal.add(offset, message);
        }
    }

    /** The connection breaks; the last frames may never arrive, so that the client goes on at an earlier place. */
    private void cutOff(Client client) {
        List<ResumePoint> known = client.places;
        int lost = random.nextInt(3);
        if (known.isEmpty() || random.nextInt(8) == 0) {
            client.connect(null);
        } else {
            client.connect(known.get(Math.max(0, known.size() - 1 - lost)));
        }
    }

    /** Twice, late, swapped, or made up. */
    private void sendOddResume(Client client) {
        ResumePoint odd = switch (random.nextInt(6)) {
            case 0 -> new ResumePoint(world.live() + 1_000, random.nextInt(50));
            case 1 -> new ResumePoint(world.live(), log.lastOffset() + random.nextInt(50));
            case 2 -> new ResumePoint(world.live(), random.nextInt((int) log.lastOffset() + 1));
            default -> client.places.isEmpty() ? null : client.places.get(random.nextInt(client.places.size()));
        };
        if (odd != null) {
            client.connection.resumePoint = odd;
            client.connection.mayStart = true;
        }
    }

    /** An acknowledgement, of whatever, changes nothing of what is sent. */
    private void sendOddAck(Client client) {
        ConnectionLedger ledger = client.connection.ledger();
        if (client.places.isEmpty() || random.nextInt(4) == 0) {
            assertThatIllegalArgumentException().isThrownBy(
                    () -> ledger.acknowledge(world.live(), log.lastOffset() + 1_000, nowNs.get()));
            return;
        }
        ResumePoint any = client.places.get(random.nextInt(client.places.size()));
        try {
            ledger.acknowledge(any.epoch(), any.afterOffset(), nowNs.get());
        } catch (IllegalArgumentException neverSentHere) {
            assertThat(neverSentHere).hasMessageContaining("ack");
        }
    }

    private void run() {
        nowNs.addAndGet(1_000_000_000L);
        for (Client client : clients) {
            RecordingSubscriber connection = client.connection;
            if (connection.resumePoint != null) {
                client.model.resume(connection.resumePoint);
            } else if (connection.mayStart && client.model.state() == ResumeModel.State.NEW) {
                client.model.begin();
            }
            states.merge(client.model.state(), 1, Integer::sum);
        }
        look();
        List<Subscriber> subscribers = new ArrayList<>();
        clients.forEach(client -> subscribers.add(client.connection));
        cycle.distribute(subscribers, universes, MarketSession.REGULAR);
        clients.forEach(this::read);
    }

    private void look() {
        clients.forEach(client -> client.model.look(nowNs.get(), world.journal.isAway));
    }

    private void read(Client client) {
        List<String> all = client.connection.frames();
        if (client.read == all.size()) {
            client.model.silence(client.connection.selection);
        }
        for (; client.read < all.size(); client.read++) {
            String frame = all.get(client.read);
            client.model.receive(frame, client.connection.selection);
            client.places.add(client.model.place());
            frames.merge(frame.contains("\"event\":\"gap\"")
                    ? frame.replaceFirst(".*\"reason\":\"(\\w+)\".*", "$1") : "stock_data", 1, Integer::sum);
        }
    }

    /** Everything heals, nothing new happens: everyone catches up. */
    private void comeToRest() {
        world.journal.isAway = false;
        world.journal.isSlow = false;
        world.journal.behind(false);
        world.journal.answerWhatWaits();
        clients.forEach(client -> {
            client.connection.inFlight = false;
            client.connection.mayStart = true;
        });
        for (int i = 0; i < 400 && !clients.stream().allMatch(this::isThere); i++) {
            run();
        }
        for (Client client : clients) {
            assertThat(isThere(client)).as(client.name + " complete").isTrue();
            client.model.rest();
        }
    }

    private boolean isThere(Client client) {
        return client.connection.resumePoint == null && client.connection.cursor().epoch() == log.epoch()
                && client.connection.cursor().after() == log.lastOffset()
                && client.connection.cursor().owedGap() == null;
    }

    private UniverseSelection randomSelection() {
        List<List<String>> choices = List.of(List.of("zero"), List.of("one"), List.of("both"), List.of());
        return new UniverseSelection(
                choices.get(random.nextInt(choices.size())), choices.get(random.nextInt(choices.size())));
    }
}
