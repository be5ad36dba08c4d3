package org.tickstock.engine;

import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tickstock.engine.analytics.PressureBoard;
import org.tickstock.engine.collect.Collector;
import org.tickstock.engine.collect.EventLog;
import org.tickstock.engine.collect.SessionCounts;
import org.tickstock.engine.detect.DetectStatus;
import org.tickstock.engine.detect.Detector;
import org.tickstock.engine.detect.Explanation;
import org.tickstock.engine.detect.LaneObserver;
import org.tickstock.engine.detect.LaneRouter;
import org.tickstock.engine.detect.RecordedTicks;
import org.tickstock.engine.detect.SymbolDay;
import org.tickstock.engine.emit.EmissionCycle;
import org.tickstock.engine.emit.EmissionLedger;
import org.tickstock.engine.event.ControlEvent;
import org.tickstock.engine.event.EventOrigin;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.event.MarketEvent;
import org.tickstock.engine.event.PressureChange;
import org.tickstock.engine.feed.FeedListener;
import org.tickstock.engine.handoff.Duty;
import org.tickstock.engine.market.SessionCalendar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.prioritize.EventPriorityQueue;
import org.tickstock.engine.prioritize.PriorityRules;
import org.tickstock.engine.prioritize.QueueStatus;
import org.tickstock.engine.time.EpochClock;
import org.tickstock.engine.trace.Tracer;
import org.tickstock.engine.work.DisplayQueue;
import org.tickstock.engine.work.WorkCounters;
import org.tickstock.engine.work.Worker;
import org.tickstock.engine.work.WorkerScaling;

/**
 * Assembles the six stages; the only class that sees them all.
 *
 * <p>It owns no thread: whoever runs it calls the duties of lanes and workers, {@link #collect} and the emission cycle,
 * each from one thread at a time. Reading {@link #status} is safe from anywhere.
 */
public final class Pipeline {

    private final PipelineSettings settings;
    private final SymbolTable symbols;
    private final SessionCalendar calendar;
    private final EpochClock clock;
    private final Tracer tracer;

    private final LaneRouter router;
    private final EventPriorityQueue queue;
    private final DisplayQueue displayQueue;
    private final WorkCounters workCounters = new WorkCounters();
    private final PressureBoard pressure = new PressureBoard();
    private final WorkerScaling scaling;
    private final EventLog log;
    private final SessionCounts counts = new SessionCounts();
    private final Collector collector;
    private final EmissionLedger emissionLedger = new EmissionLedger();
    private final EmissionCycle emissionCycle;
    private final PipelineLedger ledger;
    private volatile Consumer<ControlEvent> controlListener = event -> { };

    /** Wires the stages; {@code epoch} names this log's history and must not repeat. */
    public Pipeline(PipelineSettings settings, List<Detector> detectors, SymbolTable symbols, SessionCalendar calendar,
            EpochClock clock, long epoch) {
        this(settings, detectors, symbols, calendar, clock, epoch, () -> LaneObserver.NONE, Tracer.off());
    }

    /** The same; {@code observers} gives one to each lane, and the tracer notes the way of single events. */
    public Pipeline(PipelineSettings settings, List<Detector> detectors, SymbolTable symbols, SessionCalendar calendar,
            EpochClock clock, long epoch, Supplier<LaneObserver> observers, Tracer tracer) {
        this.settings = settings;
        this.symbols = symbols;
        this.calendar = calendar;
        this.clock = clock;
        this.tracer = tracer;

        // 3. prioritize: made first, because lanes raise into it
        PriorityRules rules = new PriorityRules(settings.prioritize(), calendar);
        queue = new EventPriorityQueue(settings.prioritize(), rules, clock, tracer);

        // 1. feed -> 2. detect: the router is what a feed listens to, lanes run the rules
        router = new LaneRouter(settings.detect(), detectors, symbols, calendar, clock, queue, observers);
        router.onSession(this::begin);

        // 4. work: any number of workers between the two queues
        displayQueue = new DisplayQueue(settings.work().displayCapacity());
        scaling = new WorkerScaling(settings.work());

        // 5. collect: one writer appends to the log
        log = new EventLog(settings.collect(), epoch);
        collector = new Collector(displayQueue, log, counts, clock, tracer);

        // 6. emit: everyone reads from the log
        emissionCycle = new EmissionCycle(log, counts, emissionLedger, clock, tracer);

        ledger = new PipelineLedger(
                settings, router, queue, workCounters, displayQueue, collector, log, emissionLedger);
    }

    /** What a feed is started with. */
    public FeedListener feedListener() {
        return router;
    }

    /** One duty per lane. */
    public List<Duty> laneDuties() {
        return router.lanes();
    }

    /** One more worker. */
    public Duty newWorkerDuty() {
        return new Worker(
                queue, displayQueue, this::apply, workCounters, settings.work().batch(), clock, tracer);
    }

    /** How many workers there should be, {@code running} being how many there are. */
    public int workerTarget(int running) {
        QueueStatus status = queue.status();
        return scaling.target(running, status.totalDepth(), status.oldestWaitNs(), clock.nowNs());
    }

    /** Moves converted events into the log; returns how many. */
    public int collect() {
        return collector.collect();
    }

    /** The log of display events. */
    public EventLog log() {
        return log;
    }

    /** What the emission timer runs. */
    public EmissionCycle emissionCycle() {
        return emissionCycle;
    }

    /** Where connections report what became of their frames. */
    public EmissionLedger emissionLedger() {
        return emissionLedger;
    }

    /** All known symbols. */
    public SymbolTable symbols() {
        return symbols;
    }

    /** When which session holds. */
    public SessionCalendar calendar() {
        return calendar;
    }

    /** Event time of the newest tick, nanoseconds UTC; 0 before the first. */
    public long feedTimeNs() {
        return router.feedTimeNs();
    }

    /** What became of the ticks, by verdict; a reading that agrees with itself. */
    public DetectStatus detection() {
        return router.status();
    }

    /** What a symbol's trade date has seen so far, told by its lane: complete within the lane's next round. */
    public Future<SymbolDay> dayOf(int symbolId) {
        return router.dayOf(symbolId);
    }

    /** The same of every symbol that has printed, one answer from each lane. */
    public List<Future<List<SymbolDay>>> days() {
        return router.days();
    }

    /** What its lane recorded of a symbol's trade date: complete within the lane's next round. */
    public Future<RecordedTicks> recordOf(int symbolId) {
        return router.recordOf(symbolId);
    }

    /** Tells the rules a record once more, on the calling thread, to learn what they made of a moment. */
    public Explanation explain(RecordedTicks record, EventType type, long atNs) {
        return router.explain(record, type, atNs);
    }

    /** The way of single events, for symbols that somebody chose. */
    public Tracer tracer() {
        return tracer;
    }

    /** Who is told of control events; called by a worker. */
    public void onControl(Consumer<ControlEvent> listener) {
        controlListener = listener;
    }

    /** Highs and lows of each symbol, session by session. */
    public SessionCounts counts() {
        return counts;
    }

    /** Buying against selling over the whole market. */
    public PressureBoard pressure() {
        return pressure;
    }

    /** Lets go of everything that waits, so that loops can end; what is inside can still be worked off. */
    public void close() {
        router.close();
        queue.close();
        displayQueue.close();
    }

    /** The ledger of this moment. */
    public PipelineStatus status() {
        return ledger.read();
    }

    /** A session begins: what is counted per session starts anew, then everyone hears of it, first in line. */
    private void begin(ControlEvent session) {
        counts.begin(EventOrigin.sessionKeyOf(session.tradeDay(), session.to()));
        pressure.begin(calendar.spanAt(session.tsEventNs()).startNs());
        queue.offer(session);
    }

    private void apply(MarketEvent event) {
        if (event instanceof ControlEvent control) {
            controlListener.accept(control);
        } else if (event instanceof PressureChange change) {
            pressure.apply(change);
        } else {
            throw new IllegalArgumentException("internal event must be of a known type, was " + event.type());
        }
    }
}
