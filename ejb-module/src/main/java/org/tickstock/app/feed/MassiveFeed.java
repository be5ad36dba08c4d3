package org.tickstock.app.feed;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.tickstock.engine.feed.FeedListener;
import org.tickstock.engine.feed.FeedStatus;
import org.tickstock.engine.feed.FeedStatus.State;
import org.tickstock.engine.feed.MarketDataFeed;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SessionCalendar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.time.Backoff;
import org.tickstock.engine.time.EpochClock;

/**
 * The live feed of the vendor Massive, formerly Polygon: one socket, kept alive, subscribed again after every loss.
 *
 * <p>{@link #doWork} is the only connection loop and never waits: it connects, authenticates when greeted, subscribes
 * in chunks, pings, and after a loss tries again without end, later each time. The delay starts from the beginning
 * only after a minute without a loss, so that two programs that take the one permitted connection from each other do
 * not do it every few seconds. A refused key is not tried again for {@value #REFUSED_RETRY_MIN} minutes.
 * Symbols that join the table while it runs are subscribed as they come.
 * <p>Thread: {@link #start}, {@link #doWork} and {@link #stop} on one thread; the socket's callbacks run on the given
 * executor, decode and hand over; {@link #status} from any.
 * <p>Errors: every fault becomes a state and a sentence in {@link #status}; nothing is thrown past the constructor.
 * The key appears in none of them.
 * <p>Source: the vendor's WebSocket protocol: connected, auth, subscribe.
 */
public final class MassiveFeed implements MarketDataFeed {

    /** Minutes until a key that was refused is tried again. */
    static final int REFUSED_RETRY_MIN = 15;

    private enum Phase {
        STOPPED, WAITING, CONNECTING, AUTHENTICATING, SUBSCRIBING, LIVE
    }

    private static final Logger LOG = System.getLogger(MassiveFeed.class.getName());
    private static final String PROVIDER = "massive";
    private static final long NS_PER_MS = 1_000_000L;
    private static final long NS_PER_S = 1_000_000_000L;
    private static final long STEP_LIMIT_S = 10;
    private static final long STABLE_S = 60;
    /** After so many failures in a row the client itself may be what is broken. */
    private static final int FRESH_CLIENT_ATTEMPTS = 10;

    private final MassiveSettings settings;
    private final EpochClock clock;
    private final Executor executor;
    private final Backoff backoff;
    private final MassiveMessageDecoder decoder;
    private final MassiveSubscriptions subscriptions;
    private final MassiveWatch watch;
    private final MassiveReport report;

    // owner: the thread that calls start, doWork and stop
    private FeedListener listener;
    private HttpClient client;
    private MassiveConnection connection;
    private Phase phase = Phase.STOPPED;
    private long phaseSinceNs;
    private long retryAtNs;
    private long lastChunkNs;
    private long ticksBefore;

    /** A feed over {@code symbols}; {@code executor} runs the socket's callbacks and should be the container's. */
    public MassiveFeed(MassiveSettings settings, SymbolTable symbols, EpochClock clock, Executor executor) {
        this(settings, symbols, new NewYorkCalendar(), clock, executor, new SplittableRandom());
    }

    /** A feed that asks {@code calendar} for the regular session and draws its jitter from {@code random}. */
    public MassiveFeed(MassiveSettings settings, SymbolTable symbols, SessionCalendar calendar, EpochClock clock,
                       Executor executor, RandomGenerator random) {
        this.settings = settings;
        this.clock = clock;
        this.executor = executor;
        this.backoff = new Backoff(settings.reconnectFirstMs(), settings.reconnectMaxMs(), random);
        this.decoder = new MassiveMessageDecoder(symbols);
        this.subscriptions = new MassiveSubscriptions(settings, symbols);
        this.watch = new MassiveWatch(settings, calendar);
        this.report = new MassiveReport(settings);
    }

    @Override
    public void start(FeedListener receiver) {
        stop();
        listener = receiver;
        report.reset("starting");
        backoff.reset();
        LOG.log(Level.INFO, "feed starting {0}", settings);
        connect();
    }

    @Override
    public int doWork() {
        if (phase == Phase.STOPPED) {
            return 0;
        }
        long nowNs = clock.nowNs();
        if (phase == Phase.WAITING) {
            if (nowNs >= retryAtNs) {
                connect();
            }
            return 0;
        }
        // read before the notices, so that a notice which explains the loss is seen first
        String loss = connection.loss();
        readNotices();
        if (isConnected() && loss != null) {
            lose(loss);
        } else if (isConnected()) {
            proceed(nowNs);
        }
        return 0;
    }

    @Override
    public void stop() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
        client = null;
        if (phase != Phase.STOPPED) {
            enter(Phase.STOPPED);
            report.reset("stopped");
        }
    }

    @Override
    public FeedStatus status() {
        long ignored = decoder.ignored();
        String passedOver = ignored == 0 ? "" : "; " + ignored + " messages of other kinds passed over";
        return new FeedStatus(PROVIDER, report.state(), report.detail() + passedOver,
            decoder.lastEventNs(), decoder.lastReceiptNs(), decoder.ticks());
    }

    /** When the vendor was heard last, answers to pings included; 0 without a connection. */
    long lastHeardNs() {
        return connection == null ? 0 : connection.lastHeardNs();
    }

    private void connect() {
        enter(Phase.CONNECTING);
        subscriptions.forget();
        ticksBefore = decoder.ticks();
        connection = new MassiveConnection(decoder, listener, clock);
        tellProgress("connecting to " + settings.url());
        MassiveConnection attempt = connection;
        try {
            if (client == null || backoff.attempts() % FRESH_CLIENT_ATTEMPTS == FRESH_CLIENT_ATTEMPTS - 1) {
                client = HttpClient.newBuilder().executor(executor).build();
            }
            client.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(STEP_LIMIT_S))
                .buildAsync(URI.create(settings.url()), attempt)
                .whenComplete(attempt::onDialed);
        } catch (RuntimeException fault) {
            attempt.onDialed(null, fault);
        }
    }

    private boolean isConnected() {
        return phase != Phase.STOPPED && phase != Phase.WAITING;
    }

    private void readNotices() {
        MassiveConnection current = connection;
        for (var notice = current.pollNotice(); notice != null && isConnected(); notice = current.pollNotice()) {
            onNotice(notice.status(), notice.message());
        }
    }

    private void onNotice(String status, String message) {
        switch (status) {
            case "connected" -> greet();
            case "auth_success" -> welcome();
            case "auth_failed" -> refuse(message);
            case "max_connections" -> lose("the vendor allows no more connections for this key: " + message);
            case "auth_timeout" -> lose("the vendor waited too long for the key: " + message);
            default -> {
                report.onComplaint(status, message);
                LOG.log(Level.WARNING, "vendor complains provider=massive{0}", report.complaint());
            }
        }
    }

    private void greet() {
        if (phase == Phase.CONNECTING) {
            enter(Phase.AUTHENTICATING);
            tellProgress("authenticating");
            connection.send("{\"action\":\"auth\",\"params\":\"" + settings.key() + "\"}");
        }
    }

    private void welcome() {
        if (phase == Phase.AUTHENTICATING) {
            enter(Phase.SUBSCRIBING);
        }
    }

    private void proceed(long nowNs) {
        if (phase == Phase.SUBSCRIBING || phase == Phase.LIVE) {
            subscribe(nowNs);
        }
        if (phase == Phase.SUBSCRIBING && isSubscribed()) {
            enter(Phase.LIVE);
            watch.begin(nowNs);
            LOG.log(Level.INFO, "feed live provider=massive symbols={0,number,#} channels={1}",
                subscriptions.asked(), settings.channels());
            tellLive();
        }
        if (phase == Phase.LIVE) {
            watch(nowNs);
        } else if (nowNs - Math.max(phaseSinceNs, lastChunkNs) > STEP_LIMIT_S * NS_PER_S) {
            lose(phase.name().toLowerCase(Locale.ROOT) + " took more than " + STEP_LIMIT_S + " s");
        }
    }

    private void subscribe(long nowNs) {
        boolean paused = subscriptions.asked() > 0 && nowNs - lastChunkNs < settings.chunkPauseMs() * NS_PER_MS;
        String message = paused || !connection.isReadyToSend() ? null : subscriptions.next(phase == Phase.LIVE);
        if (message == null) {
            return;
        }
        connection.send(message);
        lastChunkNs = nowNs;
        if (phase == Phase.LIVE) {
            tellLive();
        } else {
            tellProgress("subscribing, " + subscriptions.asked() + " symbols asked for");
        }
    }

    /** The first confirmation or tick shows that the vendor listens; a table without symbols has none to wait for. */
    private boolean isSubscribed() {
        return subscriptions.isComplete()
            && (subscriptions.asked() == 0 || connection.confirmations() > 0 || decoder.ticks() > ticksBefore);
    }

    private void watch(long nowNs) {
        if (backoff.attempts() > 0 && nowNs - phaseSinceNs >= STABLE_S * NS_PER_S) {
            backoff.reset();
        }
        String loss = watch.check(connection, nowNs, subscriptions.asked() > 0);
        if (loss != null) {
            lose(loss);
        }
    }

    private void lose(String reason) {
        long delayMs = backoff.nextMs();
        leave(delayMs);
        report.onTrouble(State.DEGRADED, reason, String.format(Locale.ROOT, "reconnecting in %.1f s, attempt %d",
            delayMs / 1_000.0, backoff.attempts()));
        LOG.log(Level.WARNING, "feed lost provider=massive attempt={0} retryInMs={1,number,#} reason={2}",
            backoff.attempts(), delayMs, report.cause());
    }

    private void refuse(String message) {
        leave(REFUSED_RETRY_MIN * 60_000L);
        report.onTrouble(State.FAILED, "the vendor refused tickstock.feed.massive.key: " + message,
            "next try in " + REFUSED_RETRY_MIN + " min");
        LOG.log(Level.ERROR, "feed refused provider=massive retryInMin={0} reason={1}",
            REFUSED_RETRY_MIN, report.cause());
    }

    private void leave(long delayMs) {
        connection.abandon();
        connection = null;
        enter(Phase.WAITING);
        retryAtNs = phaseSinceNs + delayMs * NS_PER_MS;
    }

    private void enter(Phase next) {
        phase = next;
        phaseSinceNs = clock.nowNs();
    }

    private void tellProgress(String text) {
        report.onProgress(text, backoff.attempts());
    }

    private void tellLive() {
        if (phase == Phase.LIVE) {
            String leftOut = subscriptions.leftOut() == 0 ? "" : "; " + subscriptions.leftOut()
                + " symbols left out, more than tickstock.feed.massive.max-subscriptions allows";
            report.onLive(String.join(", ", settings.channels()) + " of " + subscriptions.asked() + " symbols"
                + leftOut);
        }
    }
}
