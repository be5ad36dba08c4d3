package org.tickstock.engine.detect;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
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
 * <p>Source: behaviour specification, detectors, section 2.
 */
public final class LaneRouter implements FeedListener {

    private static final long MAX_PRICE_MICROS = 10_000_000L * 1_000_000L;
    private static final long MAX_SIZE_MICROS = 10_000_000_000L * 1_000_000L;
    // Keeps the day's sum of price times shares inside a long.
    private static final double MAX_TRADE_USD = 1e11;
    private static final double MICROS_SQUARED = 1e12;
    private static final long LIVE_WAIT_NS = 1_000_000L;
    private static final long TAPE_PARK_NS = 20_000L;

    private final DetectSettings settings;
    private final EpochClock clock;
    private final List<DetectionLane> lanes;

    // feed thread writes, anyone reads
    private final AtomicLongArray refused = new AtomicLongArray(TickRefusal.values().length);
    private volatile long ticksIn;
    private volatile long routed;
    private volatile long feedTimeNs;
    private volatile boolean closed;

    /** A router over new lanes, which share the stateless {@code detectors} and raise into {@code sink}. */
    public LaneRouter(DetectSettings settings, List<Detector> detectors, SymbolTable symbols, SessionCalendar calendar,
            EpochClock clock, EventSink sink) {
        this.settings = settings;
        this.clock = clock;
        TradeConditions conditions = TradeConditions.shipped(settings.conditions());
        this.lanes = java.util.stream.IntStream.range(0, settings.lanes())
                .mapToObj(lane -> new DetectionLane(settings.inboxSize(),
                        new EventDetector(detectors, conditions, calendar), sink, symbols::tickerOf))
                .toList();
    }

    /** One duty per lane. */
    public List<Duty> lanes() {
        return List.copyOf(lanes);
    }

    @Override
    public void onTick(Tick tick) {
        ticksIn = ticksIn + 1;
        TickRefusal refusal = refusalOf(tick);
        if (refusal == null && !handOver(tick)) {
            refusal = TickRefusal.LANE_FULL;
        }
        if (refusal != null) {
            refused.incrementAndGet(refusal.ordinal());
            return;
        }
        routed = routed + 1;
        if (tick.tsEventNs > feedTimeNs) {
            feedTimeNs = tick.tsEventNs;
        }
    }

    @Override
    public void onUnreadable(TickRefusal reason) {
        ticksIn = ticksIn + 1;
        refused.incrementAndGet(reason.ordinal());
    }

    /** Event time of the newest tick that was routed, 0 before the first. */
    public long feedTimeNs() {
        return feedTimeNs;
    }

    /** Lets go of a feed that waits for room. */
    public void close() {
        closed = true;
    }

    /** Counts of the router and all lanes. */
    public DetectStatus status() {
        // Downstream first: what has come out by now had gone in before.
        Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
        long waiting = 0;
        long faults = 0;
        for (DetectionLane lane : lanes) {
            lane.verdicts().forEach((verdict, count) -> verdicts.merge(verdict, count, Long::sum));
            waiting += lane.depth();
            faults += lane.faults();
        }
        long nowRouted = routed;
        Map<TickRefusal, Long> refusals = new EnumMap<>(TickRefusal.class);
        for (TickRefusal reason : TickRefusal.values()) {
            long count = refused.get(reason.ordinal());
            if (count > 0) {
                refusals.put(reason, count);
            }
        }
        return new DetectStatus(ticksIn, nowRouted, Map.copyOf(refusals), Map.copyOf(verdicts), waiting, faults);
    }

    private static TickRefusal refusalOf(Tick tick) {
        if (tick.symbolId < 0) {
            return TickRefusal.UNKNOWN_SYMBOL;
        }
        if (tick.priceMicros <= 0 || tick.lowMicros <= 0 || tick.highMicros < tick.lowMicros) {
            return TickRefusal.BAD_PRICE;
        }
        if (tick.sizeMicros < 0) {
            return TickRefusal.BAD_SIZE;
        }
        if (tick.tsEventNs <= 0) {
            return TickRefusal.BAD_TIME;
        }
        boolean absurd = tick.highMicros > MAX_PRICE_MICROS || tick.sizeMicros > MAX_SIZE_MICROS
                || (double) tick.priceMicros * tick.sizeMicros / MICROS_SQUARED > MAX_TRADE_USD;
        return absurd ? TickRefusal.ABSURD : null;
    }

    private boolean handOver(Tick tick) {
        DetectionLane lane = lanes.get(tick.symbolId % lanes.size());
        if (lane.offer(tick)) {
            return true;
        }
        long untilNs = clock.nowNs() + LIVE_WAIT_NS;
        while (!closed && (settings.waitWhenFull() || clock.nowNs() < untilNs)) {
            LockSupport.parkNanos(TAPE_PARK_NS);
            if (lane.offer(tick)) {
                return true;
            }
        }
        return false;
    }
}
