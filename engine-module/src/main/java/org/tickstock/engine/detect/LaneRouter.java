package org.tickstock.engine.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.tickstock.engine.event.EventSink;
import org.tickstock.engine.feed.FeedListener;
import org.tickstock.engine.feed.TickRefusal;
import org.tickstock.engine.handoff.Duty;
import org.tickstock.engine.market.SessionCalendar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeConditions;
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
    private static final long LIVE_WAIT_NS = 1_000_000L;
    private static final long PARK_NS = 20_000L;
    // Bounds the live wait where the clock stands still.
    private static final int LIVE_PARKS = 100;

    private static final int TICKS_IN = TickRefusal.values().length;
    private static final int FEED_TIME = TICKS_IN + 1;

    private final DetectSettings settings;
    private final SymbolTable symbols;
    private final EpochClock clock;
    private final DetectionLane[] lanes;
    private volatile boolean closed;

    // feed thread writes, anyone reads: refusals by ordinal, then the two figures above
    private final SingleWriterCounts counts = new SingleWriterCounts(FEED_TIME + 1);

    /** A router over new lanes, which share the stateless {@code detectors} and raise into {@code sink}. */
    public LaneRouter(DetectSettings settings, List<Detector> detectors, SymbolTable symbols, SessionCalendar calendar,
            EpochClock clock, EventSink sink) {
        this.settings = settings;
        this.symbols = symbols;
        this.clock = clock;
        TradeConditions conditions = TradeConditions.shipped(settings.conditions());
        List<DetectionLane> made = new ArrayList<>();
        for (int lane = 0; lane < settings.lanes(); lane++) {
            EventDetector rules = new EventDetector(detectors, conditions, calendar, clock);
            made.add(new DetectionLane(settings.inboxSize(), rules, sink, symbols::tickerOf));
        }
        this.lanes = made.toArray(DetectionLane[]::new);
    }

    /** One duty per lane. */
    public List<Duty> lanes() {
        return List.of(lanes);
    }

    @Override
    public void onTick(Tick tick) {
        counts.increment(TICKS_IN);
        TickRefusal refusal = refusalOf(tick);
        if (refusal == null && !handOver(tick)) {
            refusal = TickRefusal.LANE_FULL;
        }
        if (refusal != null) {
            counts.increment(refusal.ordinal());
        } else if (tick.tsEventNs > counts.get(FEED_TIME)) {
            counts.set(FEED_TIME, tick.tsEventNs);
        }
    }

    @Override
    public void onUnreadable(TickRefusal reason) {
        counts.increment(TICKS_IN);
        counts.increment(reason.ordinal());
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

    private TickRefusal refusalOf(Tick tick) {
        if (tick.symbolId < 0 || tick.symbolId >= symbols.size()) {
            return TickRefusal.UNKNOWN_SYMBOL;
        }
        if (tick.lowMicros <= 0 || tick.priceMicros < tick.lowMicros || tick.priceMicros > tick.highMicros) {
            return TickRefusal.BAD_PRICE;
        }
        if (tick.sizeMicros < 0) {
            return TickRefusal.BAD_SIZE;
        }
        if (tick.tsEventNs <= 0) {
            return TickRefusal.BAD_TIME;
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
