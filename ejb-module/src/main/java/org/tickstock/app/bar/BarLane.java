package org.tickstock.app.bar;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import org.tickstock.engine.bar.Bar;
import org.tickstock.engine.bar.BarSettings;
import org.tickstock.engine.bar.DayBar;
import org.tickstock.engine.bar.DayBars;
import org.tickstock.engine.bar.LastTrades;
import org.tickstock.engine.bar.MinuteBarBuilder;
import org.tickstock.engine.bar.PastTrade;
import org.tickstock.engine.detect.LaneObserver;
import org.tickstock.engine.detect.SymbolDay;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.SessionCalendar;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeConditions;

/**
 * One lane's bars and last trades: folds what the lane accepts, and hands closed bars over to the writer.
 *
 * <p>A minute is closed a second after its end, by event time of the feed, so that prints which overtook each other
 * revise nothing. What is final is told by time alone, not bar by bar: a day's bars would come all at once.
 * <p>Thread: the lane's, but {@link #take} and the figures, and questions, which the lane answers between two batches.
 * <p>Errors: a bar that finds the hand-off full is counted in {@link #refused}; the lane never waits.
 */
public final class BarLane implements LaneObserver {

    private static final long SLACK_NS = 1_000_000_000L;
    private static final long NOT_YET = Long.MAX_VALUE;

    private final MinuteBarBuilder builder;
    private final DayBars days;
    private final LastTrades trades;
    private final BlockingQueue<Bar> handOff;
    private final Queue<Runnable> questions = new ConcurrentLinkedQueue<>();

    // lane writes, anyone reads
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong heardFromNs = new AtomicLong(NOT_YET);
    private final AtomicLong heardToNs = new AtomicLong();

    // lane
    private boolean hasHeard;
    private boolean isCut;
    private long closeAtNs;
    private int endedDay;

    BarLane(TradeConditions conditions, SessionCalendar calendar, BarSettings settings, int handOffSize,
            int lastTrades) {
        builder = new MinuteBarBuilder(conditions, calendar, settings, this::tell);
        days = new DayBars(id -> builder.since(id, 0), builder::newest);
        handOff = new ArrayBlockingQueue<>(handOffSize);
        trades = new LastTrades(lastTrades);
    }

    @Override
    public void onPrint(Tick print, MarketSession session) {
        if (!hasHeard) {
            hasHeard = true;
            // An aggregate tells of the time before it: it belongs to the minute in which its span ended.
            heardFromNs.set(print.kind == Tick.Kind.AGGREGATE ? print.tsEventNs - 1 : print.tsEventNs);
        }
        builder.onPrint(print);
        days.onPrint(print.symbolId);
        trades.add(print);
    }

    @Override
    public void onTakenBack(Tick message) {
        builder.onTakenBack(message);
        trades.takeBack(message);
    }

    @Override
    public void onTime(long eventNs) {
        if (eventNs >= closeAtNs && hasHeard) {
            long minuteNs = Math.floorDiv(eventNs - SLACK_NS, Bar.LENGTH_NS) * Bar.LENGTH_NS;
            builder.closeUntil(minuteNs);
            closeAtNs = minuteNs + Bar.LENGTH_NS + SLACK_NS;
        }
        if (eventNs > heardToNs.getPlain()) {
            heardToNs.setRelease(eventNs);
        }
        for (Runnable question = questions.poll(); question != null; question = questions.poll()) {
            question.run();
        }
    }

    @Override
    public void onDayEnd(SymbolDay day) {
        if (day.tradeDay() != endedDay) {
            endedDay = day.tradeDay();
            builder.closeUntil(Long.MAX_VALUE);
        }
        builder.endOfDay(day.symbolId());
    }

    /** A symbol's bars of its trade date that begin at this time or later, as they stand, oldest first. */
    Future<List<Bar>> since(int symbolId, long fromNs) {
        return ask(() -> builder.since(symbolId, fromNs));
    }

    /** At most so many of a symbol's last prints, the newest last. */
    Future<List<PastTrade>> lastTrades(int symbolId, int limit) {
        return ask(() -> trades.of(symbolId, limit));
    }

    /** The regular sessions so far that changed since this was asked last. */
    Future<List<DayBar>> changedDays() {
        return ask(days::changed);
    }

    /** Hands over what is still forming, as it stands; for when the lane has ended. */
    void cut() {
        isCut = true;
        builder.closeUntil(Long.MAX_VALUE);
    }

    /** The next bar that was handed over, null when none waits. */
    Bar take() {
        return handOff.poll();
    }

    /** Bars that wait to be taken. */
    int waiting() {
        return handOff.size();
    }

    /** Bars that found the hand-off full, and are lost. */
    long refused() {
        return refused.get();
    }

    /** Event time of the first print, {@link Long#MAX_VALUE} before it. */
    long heardFromNs() {
        return heardFromNs.get();
    }

    /** Event time up to which the lane has heard the feed, 0 before its first print. */
    long heardToNs() {
        return hasHeard() ? heardToNs.getAcquire() : 0;
    }

    private boolean hasHeard() {
        return heardFromNs.get() != NOT_YET;
    }

    private <T> Future<T> ask(Callable<T> question) {
        FutureTask<T> answer = new FutureTask<>(question);
        questions.add(answer);
        return answer;
    }

    private void tell(Bar bar) {
        days.onBar(bar);
        if (bar.state() == Bar.State.FINAL) {
            return;
        }
        if (!isCut && bar.endNs() > heardToNs.getPlain()) {
            // A later print of the symbol closed it: its end has been heard before the batch's end is.
            heardToNs.setRelease(bar.endNs());
        }
        if (!handOff.offer(bar)) {
            refused.incrementAndGet();
        }
    }
}
