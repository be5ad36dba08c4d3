package org.tickstock.engine.emit;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tickstock.engine.collect.EventBatch;
import org.tickstock.engine.collect.EventCursor;
import org.tickstock.engine.collect.EventHistory;
import org.tickstock.engine.collect.EventLog;
import org.tickstock.engine.collect.Gap;
import org.tickstock.engine.collect.HistoryPage;
import org.tickstock.engine.collect.SessionCounts;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.time.EpochClock;
import org.tickstock.engine.trace.Tracer;
import org.tickstock.engine.universe.UniverseIndex;

/**
 * One pull for everyone: each subscriber gets one frame with what came after its cursor and matches its universes.
 *
 * <p>Subscribers with the same selection and cursor share one frame. One whose last frame is still in flight is
 * skipped: its cursor stays, so it misses nothing and costs nothing.
 * <p>Thread: the emission timer.
 * <p>Errors: a subscriber that throws is logged and tried again with the next cycle; the others are served.
 */
public final class EmissionCycle {

    private static final Logger LOG = System.getLogger(EmissionCycle.class.getName());
    private static final int FIRST_EVENTS = 500;
    private static final long QUIET_NS = 5_000_000_000L;
    private static final long PATIENCE_NS = 10_000_000_000L;
    private static final long NS_PER_MS = 1_000_000L;

    private final EventLog log;
    private final SessionCounts counts;
    private final EmissionLedger ledger;
    private final CycleRing cycles = new CycleRing();
    private final EpochClock clock;
    private final Tracer tracer;

    // emission timer
    private final SelectionIndex selections = new SelectionIndex();
    private long pulledTo;
    private HistoryReads reads = new HistoryReads(EventHistory.NONE);

    /** A cycle over {@code log}; what left it is gone until there is {@link #readBackFrom a history}. */
    public EmissionCycle(EventLog log, SessionCounts counts, EmissionLedger ledger, EpochClock clock) {
        this(log, counts, ledger, clock, Tracer.off());
    }

    /** The same, and the tracer is told what becomes of events. */
    public EmissionCycle(
            EventLog log, SessionCounts counts, EmissionLedger ledger, EpochClock clock, Tracer tracer) {
        this.log = log;
        this.counts = counts;
        this.ledger = ledger;
        this.clock = clock;
        this.tracer = tracer;
    }

    /** Where what left the log is read from; to be told before the first cycle. */
    public void readBackFrom(EventHistory history) {
        reads = new HistoryReads(history);
    }

    /** The last cycles. */
    public CycleRing cycles() {
        return cycles;
    }

    /** Pulls and sends once; {@code session} is what the frames say holds now. */
    public EmissionResult distribute(Collection<? extends Subscriber> subscribers, UniverseIndex universes,
            MarketSession session) {
        List<Subscriber> all = List.copyOf(subscribers);
        selections.update(all, universes);
        long toOffset = log.lastOffset();
        CycleTrace trace =
                new CycleTrace(tracer, clock, new LogPosition(log.epoch(), toOffset), toOffset - pulledTo);
        pulledTo = toOffset;
        Round round = new Round(session, clock.nowNs(), toOffset, trace);
        all.forEach(round::serveSafely);
        reads.endCycle();
        EmissionResult result = new EmissionResult(all.size(), round.frames, round.deliveries, round.slow);
        long endNs = clock.nowNs();
        cycles.add(round.nowNs, endNs, toOffset);
        trace.end(round.nowNs, endNs, result);
        return result;
    }

    /** What one cycle shares between subscribers: stretches of the log already read and matched, by cursor. */
    private final class Round {

        private final MarketSession session;
        private final long nowNs;
        private final long toOffset;
        private final CycleTrace trace;
        private final Map<Long, BatchMatch> byCursor = new HashMap<>();
        private final Map<LogPosition, BatchMatch> byPlace = new HashMap<>();
        private int frames;
        private int deliveries;
        private int slow;

        Round(MarketSession session, long nowNs, long toOffset, CycleTrace trace) {
            this.session = session;
            this.nowNs = nowNs;
            this.toOffset = toOffset;
            this.trace = trace;
        }

        void serveSafely(Subscriber subscriber) {
            try {
                serve(subscriber);
            } catch (RuntimeException fault) {
                LOG.log(Level.WARNING, "subscriber not served connectionId=" + subscriber.connectionId(), fault);
            }
        }

        private void serve(Subscriber subscriber) {
            // A selection that changed since the index was built is served from the next cycle on.
            Integer position = selections.positionOf(subscriber.selection());
            if (position == null || !isPlaced(subscriber, selections.audience(position))) {
                return;
            }
            EventCursor cursor = subscriber.cursor();
            if (cursor.owedGap() != null) {
                declareOwed(subscriber);
                return;
            }
            if (cursor.epoch() != log.epoch()) {
                serveEarlierLog(subscriber, position);
                return;
            }
            BatchMatch match = byCursor.computeIfAbsent(cursor.after(), this::pull);
            if (match.batch().gap() != null) {
                serveWhatLeft(subscriber, position, match.batch().gap());
            } else {
                serve(subscriber, position, match);
            }
        }

        /** What the log held when the cycle began, for everyone alike: what comes meanwhile is for the next. */
        private BatchMatch pull(long after) {
            int most = (int) Math.min(Integer.MAX_VALUE, Math.max(0, toOffset - after));
            return new BatchMatch(log.read(after, most), selections.interests());
        }

        private void serve(Subscriber subscriber, int position, BatchMatch match) {
            if (match.countFor(position) > 0 || isQuiet(subscriber.cursor())) {
                StockDataFrame frame = match.frameFor(position, this::build);
                if (send(subscriber, Handover.of(frame, match.batch(), match.countFor(position)))) {
                    trace.sent(frame, subscriber);
                }
            } else if (!match.batch().isEmpty()) {
                subscriber.cursor().moveTo(match.batch().to());
                subscriber.ledger().passOver(match.batch().messages().size(), match.batch().to());
            }
        }

        /** Also when the clock was put back since the last frame. */
        private boolean isQuiet(EventCursor cursor) {
            long silenceNs = nowNs - cursor.lastFrameNs();
            return silenceNs >= QUIET_NS || silenceNs < 0;
        }

        /** What left memory comes from history; what that does not have, or not within reason, is declared. */
        private void serveWhatLeft(Subscriber subscriber, int position, Gap gap) {
            EventCursor cursor = subscriber.cursor();
            HistoryReads.Answer answer = reads.ask(placeOf(cursor));
            if (answer.page() != null && answer.page().isKnown()) {
                serve(subscriber, position, answer.page());
                if (cursor.after() + 1 < log.status().firstOffset()) {
                    reads.expect(placeOf(cursor));
                }
            } else if (answer.page() != null || isGivenUp(cursor, answer)) {
                Gap declared = answer.failed() ? new Gap(gap.from(), gap.to(), Gap.JOURNAL_AWAY) : gap;
                send(subscriber, Handover.of(log.epoch(), declared, gap.to()));
            }
        }

        private void serveEarlierLog(Subscriber subscriber, int position) {
            EventCursor cursor = subscriber.cursor();
            HistoryReads.Answer answer = reads.ask(placeOf(cursor));
            if (answer.page() != null && answer.page().isKnown()) {
                serve(subscriber, position, answer.page());
                if (cursor.epoch() != log.epoch()) {
                    reads.expect(placeOf(cursor));
                }
            } else if (answer.page() != null || isGivenUp(cursor, answer)) {
                long start = log.rewind(FIRST_EVENTS, selections.audience(position)::wants);
                enter(subscriber, log.epoch(), start);
                // What it will be told to have missed was offered to it too.
                subscriber.ledger().begin(log.epoch(), 0);
                cursor.oweGap(new Gap(1, start, answer.failed() ? Gap.JOURNAL_AWAY : Gap.UNKNOWN_EPOCH));
                declareOwed(subscriber);
            }
        }

        private boolean isGivenUp(EventCursor cursor, HistoryReads.Answer answer) {
            return answer.failed() && cursor.failingForNs(nowNs) >= PATIENCE_NS;
        }

        private void serve(Subscriber subscriber, int position, HistoryPage page) {
            EventCursor cursor = subscriber.cursor();
            EventBatch batch = page.batch();
            boolean isEnd = batch.isEmpty() && page.nextEpoch() != 0;
            if (batch.gap() != null) {
                Gap missing = missing(batch);
                long to = Math.max(cursor.after(), missing.to());
                if (!send(subscriber, Handover.of(batch.epoch(), missing, to))) {
                    return;
                }
            } else if (!batch.isEmpty()) {
                serve(subscriber, position, byPlace.computeIfAbsent(
                        placeOf(cursor), place -> new BatchMatch(batch, selections.interests())));
            }
            if (isEnd) {
                enter(subscriber, page.nextEpoch(), 0);
            }
        }

        /** What history lacks, as far as memory does not hold it. */
        private Gap missing(EventBatch batch) {
            Gap gap = batch.gap();
            long held = log.status().firstOffset();
            return batch.epoch() == log.epoch() && gap.to() >= held
                    ? new Gap(gap.from(), held - 1, gap.reason()) : gap;
        }

        private static LogPosition placeOf(EventCursor cursor) {
            return new LogPosition(cursor.epoch(), cursor.after());
        }

        private void declareOwed(Subscriber subscriber) {
            EventCursor cursor = subscriber.cursor();
            if (send(subscriber, Handover.of(log.epoch(), cursor.owedGap(), cursor.after()))) {
                cursor.oweGap(null);
            }
        }

        /** Gives the subscriber its place in the log; false while it must wait for one. */
        private boolean isPlaced(Subscriber subscriber, Audience audience) {
            EventCursor cursor = subscriber.cursor();
            if (!cursor.isStarted() && !subscriber.mayStart()) {
                return false;
            }
            ResumePoint point = subscriber.takeResumePoint();
            if (point != null && point.epoch() == log.epoch()) {
                enter(subscriber, log.epoch(), Math.min(point.afterOffset(), log.lastOffset()));
            } else if (point != null) {
                enter(subscriber, point.epoch(), point.afterOffset());
            } else if (!cursor.isStarted()) {
                enter(subscriber, log.epoch(), log.rewind(FIRST_EVENTS, audience::wants));
            }
            return true;
        }

        private void enter(Subscriber subscriber, long epoch, long offset) {
            subscriber.cursor().enter(epoch, offset);
            subscriber.ledger().begin(epoch, offset);
        }

        private boolean send(Subscriber subscriber, Handover frame) {
            // Counted before the hand-over: its completion may be reported before trySend returns.
            ledger.offered(frame.events());
            long before = subscriber.ledger().handOver(frame, nowNs);
            boolean isTaken = false;
            try {
                isTaken = subscriber.trySend(frame.text(), frame.events());
            } finally {
                if (!isTaken) {
                    ledger.takenBack(frame.events());
                    subscriber.ledger().takeBack(frame, before);
                    slow++;
                }
            }
            if (isTaken) {
                subscriber.cursor().moveTo(frame.to());
                subscriber.cursor().frameSentAt(nowNs);
                frames++;
                deliveries += frame.events().total();
            }
            return isTaken;
        }

        private StockDataFrame build(EventBatch batch, int[] matches, int count, Audience audience) {
            StockDataFrame frame = StockDataFrame.of(batch, matches, count, counts.totalsOf(audience.highlow()),
                    session, nowNs / NS_PER_MS);
            trace.built(frame, batch, matches, count);
            return frame;
        }
    }
}
