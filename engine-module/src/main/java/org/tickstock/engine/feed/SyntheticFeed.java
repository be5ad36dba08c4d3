package org.tickstock.engine.feed;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.LocalDate;
import java.util.List;
import org.tickstock.engine.feed.FeedStatus.State;
import org.tickstock.engine.market.ReferenceData;
import org.tickstock.engine.market.SessionCalendar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.time.EpochClock;

/**
 * A market that exists only here: real tickers, invented prices, a trading day at any hour.
 *
 * <p>A day opens at once. Its first minutes are told as fast as the lanes take them, so that the rules have a past to
 * compare with; from then on simulated time runs with the wall clock times the speed, day after day without the nights.
 * Which trades there are depends on the settings alone, never on the pace.
 * <p>Thread: as {@link MarketDataFeed} says.
 * <p>Errors: {@link #start} refuses a trade date on which the exchange is closed.
 */
public final class SyntheticFeed implements MarketDataFeed {

    private static final Logger LOG = System.getLogger(SyntheticFeed.class.getName());
    private static final int BATCH = 4096;
    private static final long NS_PER_MINUTE = 60_000_000_000L;

    private final SyntheticSettings settings;
    private final SyntheticRoster roster;
    private final SymbolTable symbols;
    private final SessionCalendar calendar;
    private final EpochClock clock;
    private final FeedProgress progress = new FeedProgress("synthetic");
    private final FeedPace pace;
    private final Tick tick = new Tick();
    private FeedListener listener;
    private SyntheticHours hours;
    private SyntheticMarket market;
    private long liveFromNs;
    private int tradeDay;
    private TickRefusal refusal;
    private boolean waiting;

    /** A market of the settings' size; a ticker of it that is not in {@code symbols} arrives as unknown. */
    public SyntheticFeed(SyntheticSettings settings, ReferenceData reference, SymbolTable symbols,
            SessionCalendar calendar, EpochClock clock) {
        this.settings = settings;
        this.roster = SyntheticRoster.of(reference, settings.seed(), settings.tickers());
        this.symbols = symbols;
        this.calendar = calendar;
        this.clock = clock;
        this.pace = new FeedPace(settings.speed());
    }

    /** The tickers that a market of these settings trades, the most active first. */
    public static List<String> tickers(SyntheticSettings settings, ReferenceData reference) {
        return SyntheticRoster.of(reference, settings.seed(), settings.tickers()).tickers();
    }

    @Override
    public void start(FeedListener to) {
        if (listener != null) {
            throw new IllegalStateException("synthetic market must be started once, was " + progress.status().state());
        }
        listener = to;
        hours = new SyntheticHours(settings, calendar, clock.nowNs());
        market = new SyntheticMarket(settings, roster.members(), symbols, hours);
        liveFromNs = hours.span().startNs() + settings.warmUpMinutes() * NS_PER_MINUTE;
        announceDay();
    }

    @Override
    public int doWork() {
        int done = 0;
        while (done < BATCH && progress.is(State.LIVE) && step()) {
            done++;
        }
        if (done > 0) {
            progress.publish();
        }
        return done;
    }

    @Override
    public void stop() {
        if (progress.is(State.LIVE)) {
            progress.become(State.IDLE, "stopped");
        }
    }

    @Override
    public FeedStatus status() {
        return progress.status();
    }

    /** Makes a trade unless one is waiting, and hands it over if it is due. */
    private boolean step() {
        long nowNs = clock.nowNs();
        if (!waiting) {
            refusal = market.next(tick);
            if (hours.span().tradeDay() != tradeDay) {
                announceDay();
            }
            if (market.nowNs() >= liveFromNs) {
                pace.onTick(market.nowNs(), nowNs);
            }
        }
        waiting = market.nowNs() >= liveFromNs && !pace.isDue(market.nowNs(), nowNs);
        if (!waiting) {
            deliver(nowNs);
        }
        return !waiting;
    }

    private void deliver(long nowNs) {
        if (refusal != null) {
            progress.onUnreadable();
            listener.onUnreadable(refusal);
            return;
        }
        tick.tsInitNs = nowNs;
        progress.onRead(tick.tsEventNs, nowNs);
        listener.onTick(tick);
    }

    private void announceDay() {
        tradeDay = hours.span().tradeDay();
        progress.become(State.LIVE, "invented prices of " + roster.members().size() + " tickers, simulated trading day "
                + LocalDate.ofEpochDay(tradeDay) + ", seed " + settings.seed() + ", speed " + settings.speed());
        LOG.log(Level.INFO, "synthetic market open tradeDate=" + LocalDate.ofEpochDay(tradeDay));
    }
}
