package org.tickstock.app.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.tickstock.engine.feed.FeedListener;
import org.tickstock.engine.feed.FeedStatus;
import org.tickstock.engine.feed.TickRefusal;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;

/**
 * A live feed on a clock that only the test moves, with all that came out of it.
 *
 * <p>Thread: the test's; the feed's socket runs on two threads of its own executor.
 */
final class MassiveFeedDesk implements AutoCloseable {

    /** A Wednesday, 10:00 in New York. */
    static final Instant REGULAR = Instant.parse("2026-07-29T14:00:00Z");
    /** The same day, 23:00 in New York. */
    static final Instant CLOSED = Instant.parse("2026-07-30T03:00:00Z");

    /** What the feed logs is kept off the test's output. */
    static final Logger LOG = Logger.getLogger("org.tickstock.app.feed");

    private static final int NS_PER_MS = 1_000_000;

    static {
        LOG.setUseParentHandlers(false);
    }

    private final AtomicLong nowNs = new AtomicLong(REGULAR.toEpochMilli() * NS_PER_MS);
    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private final List<Tick> ticks = new CopyOnWriteArrayList<>();
    private final List<TickRefusal> unreadable = new CopyOnWriteArrayList<>();
    private final SymbolTable symbols;
    private final MassiveFeed feed;
    private volatile boolean throwing;

    MassiveFeedDesk(MassiveSettings settings, SymbolTable symbols) {
        this.symbols = symbols;
        this.feed = new MassiveFeed(settings, symbols, new NewYorkCalendar(), nowNs::get, executor, () -> 0L);
    }

    /** A desk over three symbols. */
    static MassiveFeedDesk at(String url) {
        return new MassiveFeedDesk(settings(url, 5_000, "T"), SymbolTable.of(List.of("AAPL", "MSFT", "TSLA")));
    }

    /** The defaults, but for these. */
    static MassiveSettings settings(String url, int maxSubscriptions, String... channels) {
        return new MassiveSettings(url, MassiveProtocolServer.KEY, List.of(channels), 500, 200, maxSubscriptions,
            5_000, 60_000, 60_000, 30_000);
    }

    /** A table of so many made-up tickers. */
    static SymbolTable table(int size) {
        return SymbolTable.of(IntStream.range(0, size).mapToObj(n -> "X" + n).toList());
    }

    MassiveFeed feed() {
        return feed;
    }

    SymbolTable symbols() {
        return symbols;
    }

    FeedStatus status() {
        return feed.status();
    }

    String detail() {
        return feed.status().detail();
    }

    List<Tick> ticks() {
        return new ArrayList<>(ticks);
    }

    List<TickRefusal> unreadable() {
        return new ArrayList<>(unreadable);
    }

    /** From now on the listener throws at every tick. */
    void throwAtTicks() {
        throwing = true;
    }

    void start() {
        feed.start(new FeedListener() {
            @Override
            public void onTick(Tick tick) {
                if (throwing) {
                    throw new IllegalStateException("listener of the test");
                }
                Tick copy = new Tick();
                copy.copyFrom(tick);
                ticks.add(copy);
            }

            @Override
            public void onUnreadable(TickRefusal reason) {
                unreadable.add(reason);
            }
        });
    }

    /** Starts and works until the feed is live. */
    void goLive() {
        start();
        workUntilState(FeedStatus.State.LIVE);
    }

    /** Goes live, and on until the vendor has confirmed the price bands too. */
    void goLiveWithBands() {
        goLive();
        pass(200);
        workUntil(this::isAnswered);
    }

    void workUntilState(FeedStatus.State state) {
        workUntil(() -> status().state() == state);
    }

    /** Calls the feed's upkeep until the condition holds, for at most ten seconds. */
    void workUntil(BooleanSupplier condition) {
        try {
            Awaitility.await().pollInSameThread().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofSeconds(10))
                .until(() -> {
                    feed.doWork();
                    return condition.getAsBoolean();
                });
        } catch (ConditionTimeoutException late) {
            throw new AssertionError("nothing came of it within 10 s: " + status(), late);
        }
    }

    /** Moves the clock on and calls the upkeep once. */
    void pass(long ms) {
        nowNs.addAndGet(ms * NS_PER_MS);
        feed.doWork();
    }

    /** Whether the vendor was heard since the clock was moved. */
    boolean isAnswered() {
        return feed.lastHeardNs() == nowNs();
    }

    /** Moves the clock to an instant. */
    void moveTo(Instant instant) {
        nowNs.set(instant.toEpochMilli() * NS_PER_MS);
    }

    long nowNs() {
        return nowNs.get();
    }

    @Override
    public void close() {
        feed.stop();
        executor.shutdownNow();
    }
}
