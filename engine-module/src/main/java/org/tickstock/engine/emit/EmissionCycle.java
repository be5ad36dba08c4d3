package org.tickstock.engine.emit;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tickstock.engine.collect.EventBatch;
import org.tickstock.engine.collect.EventCursor;
import org.tickstock.engine.collect.EventLog;
import org.tickstock.engine.collect.Gap;
import org.tickstock.engine.collect.SessionCounts;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.time.EpochClock;
import org.tickstock.engine.universe.UniverseIndex;
import org.tickstock.engine.universe.UniverseSelection;

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
    private static final long NS_PER_MS = 1_000_000L;

    private final EventLog log;
    private final SessionCounts counts;
    private final EmissionLedger ledger;
    private final EpochClock clock;

    // emission timer
    private UniverseIndex indexedUniverses = UniverseIndex.EMPTY;
    private Map<UniverseSelection, Integer> positions = Map.of();
    private InterestIndex index = new InterestIndex(List.of());

    /** A cycle over {@code log}. */
    public EmissionCycle(EventLog log, SessionCounts counts, EmissionLedger ledger, EpochClock clock) {
        this.log = log;
        this.counts = counts;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Pulls and sends once; {@code session} is what the frames say holds now. */
    public EmissionResult distribute(Collection<? extends Subscriber> subscribers, UniverseIndex universes,
            MarketSession session) {
        List<Subscriber> all = List.copyOf(subscribers);
        indexSelections(all, universes);
        Round round = new Round(session, clock.nowNs());
        all.forEach(round::serveSafely);
        return new EmissionResult(all.size(), round.frames, round.deliveries, round.slow);
    }

    private void indexSelections(List<Subscriber> subscribers, UniverseIndex universes) {
        Set<UniverseSelection> selections = new LinkedHashSet<>();
        subscribers.forEach(subscriber -> selections.add(subscriber.selection()));
        if (universes == indexedUniverses && positions.keySet().equals(selections)) {
            return;
        }
        List<Audience> audiences = new ArrayList<>();
        positions = new HashMap<>();
        for (UniverseSelection selection : selections) {
            positions.put(selection, audiences.size());
            audiences.add(Audience.of(selection, universes));
        }
        index = new InterestIndex(audiences);
        indexedUniverses = universes;
    }

    /** What one cycle shares between subscribers: stretches of the log already read and matched, by cursor. */
    private final class Round {

        private final MarketSession session;
        private final long nowNs;
        private final Map<Long, BatchMatch> byCursor = new HashMap<>();
        private int frames;
        private int deliveries;
        private int slow;

        Round(MarketSession session, long nowNs) {
            this.session = session;
            this.nowNs = nowNs;
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
            Integer position = positions.get(subscriber.selection());
            if (position == null || !place(subscriber, index.audiences().get(position))) {
                return;
            }
            EventCursor cursor = subscriber.cursor();
            if (cursor.owedGap() != null) {
                declareOwed(subscriber);
                return;
            }
            BatchMatch match = byCursor.computeIfAbsent(cursor.after(),
                    after -> new BatchMatch(log.read(after), index));
            Gap gap = match.batch().gap();
            if (gap != null) {
                send(subscriber, ControlFrames.gap(log.epoch(), gap), 0, gap.to());
            } else if (match.countFor(position) > 0 || nowNs - cursor.lastFrameNs() >= QUIET_NS) {
                StockDataFrame frame = match.frameFor(position, this::build);
                send(subscriber, frame.text(), frame.events(), frame.to());
            } else {
                cursor.moveTo(match.batch().to());
            }
        }

        private void declareOwed(Subscriber subscriber) {
            EventCursor cursor = subscriber.cursor();
            if (send(subscriber, ControlFrames.gap(log.epoch(), cursor.owedGap()), 0, cursor.after())) {
                cursor.oweGap(null);
            }
        }

        /** Gives the subscriber its place in the log; false while it must wait for one. */
        private boolean place(Subscriber subscriber, Audience audience) {
            EventCursor cursor = subscriber.cursor();
            if (!cursor.isStarted() && !subscriber.mayStart()) {
                return false;
            }
            ResumePoint point = subscriber.takeResumePoint();
            if (point != null && point.epoch() == log.epoch()) {
                cursor.moveTo(Math.min(point.afterOffset(), log.lastOffset()));
            } else if (point != null) {
                long start = log.rewind(FIRST_EVENTS, audience::wants);
                cursor.moveTo(start);
                cursor.oweGap(new Gap(1, start, Gap.UNKNOWN_EPOCH));
            } else if (!cursor.isStarted()) {
                cursor.moveTo(log.rewind(FIRST_EVENTS, audience::wants));
            }
            return true;
        }

        private boolean send(Subscriber subscriber, String text, int events, long to) {
            // Counted before the hand-over: its completion may be reported before trySend returns.
            ledger.offered(events);
            if (!subscriber.trySend(text, events)) {
                ledger.offered(-events);
                slow++;
                return false;
            }
            subscriber.cursor().moveTo(to);
            subscriber.cursor().frameSentAt(nowNs);
            frames++;
            deliveries += events;
            return true;
        }

        private StockDataFrame build(EventBatch batch, int[] matches, int count, Audience audience) {
            return StockDataFrame.of(batch, matches, count, counts.totalsOf(audience.highlow()), session,
                    nowNs / NS_PER_MS);
        }
    }
}
