package org.tickstock.engine.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tickstock.engine.event.ControlEvent;
import org.tickstock.engine.event.EventSink;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.feed.FeedListener;
import org.tickstock.engine.feed.TickRefusal;
import org.tickstock.engine.handoff.Duty;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.SessionCalendar;
import org.tickstock.engine.market.SessionSpan;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.time.EpochClock;

/**
 * The door of detection: checks what a tick carries, and hands it to its symbol's lane.
 *
 * <p>Thread: {@link FeedListener} methods on the feed's thread; {@link #status} from any; each of {@link #lanes} on one
 * thread at a time.
 * <p>Errors: a tick that may not pass is counted by reason; nothing is thrown.
 * <p>Source: behaviour specification, detectors, section 2.
 */
public final class LaneRouter implements FeedListener {

    private static final long MAX_PRICE_MICROS = 10_000_000L * 1_000_000L;
    private static final long MAX_SIZE_MICROS = 10_000_000_000L * 1_000_000L;
    private static final long BYTES_PER_MB = 1_048_576L;
    private static final long LIVE_WAIT_NS = 1_000_000L;
    private static final long PARK_NS = 20_000L;
    // Bounds the live wait where the clock stands still.
    private static final int LIVE_PARKS = 100;

    private static final SessionSpan NO_SESSION = new SessionSpan(0, MarketSession.CLOSED, 0, 0);

    private static final int TICKS_IN = TickRefusal.values().length;
    private static final int FEED_TIME = TICKS_IN + 1;

    private final DetectSettings settings;
    private final SymbolTable symbols;
    private final SessionCalendar calendar;
    private final EpochClock clock;
    private final DetectionLane[] lanes;
    private final List<Detector> detectors;

    // feed thread
    private final LeapGuard leaps = new LeapGuard();
    private SessionSpan session = NO_SESSION;
    private int boundaries;

    private volatile Consumer<ControlEvent> sessionListener = session -> { };
    private volatile boolean closed;

    // feed thread writes, anyone reads: refusals by ordinal, then the two figures above
    private final SingleWriterCounts counts = new SingleWriterCounts(FEED_TIME + 1);

    /**
     * A router over new lanes.
     *
     * @param detectors stateless, shared by lanes
     * @param sink where lanes raise events
     * @param observers one for each lane
     */
    public LaneRouter(DetectSettings settings, List<Detector> detectors, SymbolTable symbols, SessionCalendar calendar,
            EpochClock clock, EventSink sink, Supplier<LaneObserver> observers) {
        this.settings = settings;
        this.detectors = List.copyOf(detectors);
        this.symbols = symbols;
        this.calendar = calendar;
        this.clock = clock;
        SessionBarrier barrier = new SessionBarrier(settings.lanes(), this::announce);
        List<DetectionLane> made = new ArrayList<>();
        for (int lane = 0; lane < settings.lanes(); lane++) {
            LaneObserver observer = observers.get();
            EventDetector rules = new EventDetector(detectors, settings, calendar, clock, observer);
            TickRecorder recorder = new TickRecorder(settings.whyMemoryMb() * BYTES_PER_MB / settings.lanes());
            made.add(new DetectionLane(settings.inboxSize(), rules, observer, recorder, barrier, sink,
                    symbols::tickerOf, this::feedTimeNs));
        }
        this.lanes = made.toArray(DetectionLane[]::new);
    }

    /** The same, unobserved. */
    public LaneRouter(DetectSettings settings, List<Detector> detectors, SymbolTable symbols, SessionCalendar calendar,
            EpochClock clock, EventSink sink) {
        this(settings, detectors, symbols, calendar, clock, sink, () -> LaneObserver.NONE);
    }

    /** Who is told, by a lane, that a session begins: after all lanes have ended the old one, before they go on. */
    public void onSession(Consumer<ControlEvent> listener) {
        sessionListener = listener;
    }

    /** One duty per lane. */
    public List<Duty> lanes() {
        return List.of(lanes);
    }

    @Override
    public void onTick(Tick tick) {
        counts.increment(TICKS_IN);
        TickRefusal refusal = refusalOf(tick);
        if (refusal != null) {
            counts.increment(refusal.ordinal());
            return;
        }
        if (leaps.isHolding()) {
            judgeHeld(tick);
        }
        if (leaps.isLeap(tick.tsEventNs, counts.get(FEED_TIME), session.endNs())) {
            leaps.hold(tick);
        } else {
            route(tick);
        }
    }

    @Override
    public void onPause() {
        if (leaps.isHolding()) {
            route(leaps.release());
        }
    }

    @Override
    public void onUnreadable(TickRefusal reason) {
        counts.increment(TICKS_IN);
        counts.increment(reason.ordinal());
    }

    /** What a symbol's trade date has seen so far; an empty one where nothing of it came yet. */
    public Future<SymbolDay> dayOf(int symbolId) {
        return lanes[symbolId % lanes.length].ask(states -> states.filter(state -> state.symbolId() == symbolId)
                .findFirst().map(SymbolDay::of)
                .orElseGet(() -> new SymbolDay(symbolId, symbols.tickerOf(symbolId), 0, List.of())));
    }

    /** The same of every symbol that has printed, one answer from each lane. */
    public List<Future<List<SymbolDay>>> days() {
        return Arrays.stream(lanes).map(lane -> lane.ask(states -> states.map(SymbolDay::of).toList())).toList();
    }

    /** What its lane recorded of a symbol's trade date. */
    public Future<RecordedTicks> recordOf(int symbolId) {
        return lanes[symbolId % lanes.length].askRecord(symbolId);
    }

    /** Tells the rules a record once more, on the calling thread, to learn what they made of a moment. */
    public Explanation explain(RecordedTicks record, EventType type, long atNs) {
        return new WhyNot(record, type, atNs, detectors, settings, calendar).explain();
    }

    /** Event time of the newest tick that was routed, 0 before the first. */
    public long feedTimeNs() {
        return counts.get(FEED_TIME);
    }

    /** Lets go of a feed that waits for room. */
    public void close() {
        closed = true;
    }

    /** Counts of the router and all lanes, which agree with each other. */
    public DetectStatus status() {
        return new StatusReading(counts, TICKS_IN, lanes).read();
    }

    private void judgeHeld(Tick next) {
        boolean wasRight = leaps.isConfirmedBy(next.tsEventNs);
        Tick held = leaps.release();
        if (wasRight) {
            route(held);
        } else {
            counts.increment(TickRefusal.BAD_TIME.ordinal());
        }
    }

    private void route(Tick tick) {
        if (tick.tsEventNs >= session.endNs()) {
            beginSessionAt(tick.tsEventNs);
        }
        if (!handOver(tick)) {
            counts.increment(TickRefusal.LANE_FULL.ordinal());
        } else if (tick.tsEventNs > counts.get(FEED_TIME)) {
            counts.set(FEED_TIME, tick.tsEventNs);
        }
    }

    private void announce(SessionSpan ended, SessionSpan begun) {
        sessionListener.accept(
                new ControlEvent(begun.tradeDay(), ended.session(), begun.session(), begun.startNs()));
    }

    /** Every lane hears of it at the same place of the feed; before the first tick there is no session to end. */
    private void beginSessionAt(long tsNs) {
        SessionSpan ended = session;
        session = calendar.spanAt(tsNs);
        if (ended != NO_SESSION) {
            SessionBarrier.Boundary boundary = new SessionBarrier.Boundary(++boundaries, ended, session);
            for (DetectionLane lane : lanes) {
                lane.offer(boundary);
            }
        }
    }

    private TickRefusal refusalOf(Tick tick) {
        if (tick.symbolId < 0 || tick.symbolId >= symbols.size()) {
            return TickRefusal.UNKNOWN_SYMBOL;
        }
        if (tick.tsEventNs <= 0) {
            return TickRefusal.BAD_TIME;
        }
        return switch (tick.kind) {
            case TRADE, AGGREGATE, CORRECTION -> refusalOfPrint(tick);
            case PRICE_BAND -> tick.lowMicros <= 0 || tick.lowMicros > tick.highMicros ? TickRefusal.BAD_PRICE : null;
            case CANCEL, HALT, RESUME -> null;
        };
    }

    private static TickRefusal refusalOfPrint(Tick tick) {
        if (tick.lowMicros <= 0 || tick.priceMicros < tick.lowMicros || tick.priceMicros > tick.highMicros) {
            return TickRefusal.BAD_PRICE;
        }
        if (tick.sizeMicros < 0) {
            return TickRefusal.BAD_SIZE;
        }
        return tick.highMicros > MAX_PRICE_MICROS || tick.sizeMicros > MAX_SIZE_MICROS ? TickRefusal.ABSURD : null;
    }

    private boolean handOver(Tick tick) {
        DetectionLane lane = lanes[tick.symbolId % lanes.length];
        return lane.offer(tick) || (settings.waitWhenFull() ? offerInTheEnd(lane, tick) : offerSoon(lane, tick));
    }

    /** For a tape: waits for room, unless everything is being stopped. */
    private boolean offerInTheEnd(DetectionLane lane, Tick tick) {
        while (!closed && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(PARK_NS);
            if (lane.offer(tick)) {
                return true;
            }
        }
        return false;
    }

    /** For a live feed: waits for a millisecond at most. */
    private boolean offerSoon(DetectionLane lane, Tick tick) {
        long untilNs = clock.nowNs() + LIVE_WAIT_NS;
        for (int parks = 0; parks < LIVE_PARKS && !closed && clock.nowNs() < untilNs; parks++) {
            LockSupport.parkNanos(PARK_NS);
            if (lane.offer(tick)) {
                return true;
            }
        }
        return false;
    }
}
