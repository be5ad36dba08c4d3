package org.tickstock.app.bar;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.tickstock.app.database.DatabaseState;
import org.tickstock.app.database.DatabaseUnavailableException;
import org.tickstock.engine.bar.Bar;
import org.tickstock.engine.bar.PastTrade;
import org.tickstock.engine.market.SessionCalendar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.TradeConditions;

/**
 * Every bar there is, wherever it lies: in the database, on its way there, or still forming in its lane.
 *
 * <p>Thread: any but a lane, which answers between two batches.
 * <p>Errors: {@link DatabaseUnavailableException} while the database is away.
 */
@ApplicationScoped
public class BarHistory {

    /** How long a lane is waited for. */
    public static final int PATIENCE_S = 2;

    // What was handed over a moment ago may be in the writer's hands: nobody's minute is younger than this.
    private static final long UNDER_WAY_NS = 3 * Bar.LENGTH_NS;
    private static final long NS_PER_S = 1_000_000_000L;
    private static final long NS_PER_MS = 1_000_000L;
    private static final Instant NEWEST = Instant.parse("2100-01-01T00:00:00Z");

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource dataSource;
    @Inject
    private DatabaseState database;
    @Inject
    private SymbolTable symbols;
    @Inject
    private SessionCalendar calendar;
    @Inject
    private BarLanes lanes;
    @Inject
    private MinuteBarWriter writer;

    private BarReader reader;

    @PostConstruct
    void open() {
        reader = new BarReader(dataSource);
    }

    /** The bars that are asked for; none for a symbol that has none. */
    public BarPage bars(BarQuery query) throws TimeoutException {
        if (!database.isReady()) {
            throw new DatabaseUnavailableException(database.reason());
        }
        try {
            BarRun run = writer.run();
            Instant to = query.to() == null ? NEWEST : query.to();
            Instant from = query.from() == null ? newest(to, run).minus(query.timeframe().reach()) : query.from();
            // The same question again asks the same newest: one more than fits says whether there is more.
            List<BarPoint> bars = query.timeframe() == Timeframe.MINUTE
                ? minutes(query.symbol(), from, to, query.limit() + 1, run)
                : reader.bars(query.timeframe(), query.symbol(), from, to, query.limit() + 1);
            boolean isMore = bars.size() > query.limit();
            return new BarPage(query.symbol(), query.timeframe(),
                List.copyOf(bars.subList(Math.max(0, bars.size() - query.limit()), bars.size())), isMore);
        } catch (SQLException fault) {
            throw new DatabaseUnavailableException("bars cannot be read: " + fault.getMessage(), fault);
        }
    }

    /** A symbol's last trades, the newest last; empty for one that nobody knows. */
    public Optional<List<PastTrade>> lastTrades(String symbol, int limit) throws TimeoutException {
        int symbolId = symbols.idOf(symbol);
        return symbolId == SymbolTable.UNKNOWN
            ? Optional.empty() : Optional.of(answer(lanes.lastTrades(symbolId, limit), symbol));
    }

    /** What the conditions of trades are called. */
    public TradeConditions conditions() {
        return lanes.conditions();
    }

    /** Where a question begins that says neither from when nor to when: with the feed, whose day may be long ago. */
    private static Instant newest(Instant to, BarRun run) {
        if (!to.equals(NEWEST)) {
            return to;
        }
        return run == null ? Instant.EPOCH : Instant.ofEpochSecond(run.heardToNs() / NS_PER_S);
    }

    private List<BarPoint> minutes(String symbol, Instant from, Instant to, int limit, BarRun run)
            throws SQLException, TimeoutException {
        // Asked before the database is: what leaves memory for it meanwhile is found in both, not in neither.
        List<Bar> inMemory = inMemory(symbol, from, to, run);
        TreeMap<Long, BarPoint> minutes = new TreeMap<>();
        TreeMap<Long, StoredMinute> stored = new TreeMap<>();
        for (StoredMinute minute : reader.minutes(symbol, from, to, limit)) {
            stored.put(minute.bar().startMs(), minute);
            minutes.put(minute.bar().startMs(), minute.bar());
        }
        for (Bar bar : inMemory) {
            long startMs = bar.startNs() / NS_PER_MS;
            StoredMinute known = stored.get(startMs);
            minutes.put(startMs, known == null ? StoredMinute.of(bar, run) : known.with(bar, run));
        }
        List<BarPoint> newest = new ArrayList<>(minutes.values());
        int first = Math.max(0, newest.size() - limit);
        return newest.subList(first, newest.size()).stream().map(bar -> settled(bar, run)).toList();
    }

    private List<Bar> inMemory(String symbol, Instant from, Instant to, BarRun run) throws TimeoutException {
        int symbolId = symbols.idOf(symbol);
        if (symbolId == SymbolTable.UNKNOWN || run == null || nsOf(to) <= run.heardToNs() - UNDER_WAY_NS) {
            return List.of();
        }
        long sinceNs = Math.min(writer.oldestWaitingNs(), run.heardToNs() - UNDER_WAY_NS);
        return answer(lanes.since(symbolId, Math.max(sinceNs, nsOf(from))), symbol).stream()
            .filter(bar -> bar.startNs() < nsOf(to)).toList();
    }

    /** A minute is final once the feed has gone on to a later trade date. */
    private BarPoint settled(BarPoint bar, BarRun run) {
        boolean isOpen = bar.state().equals("provisional") || bar.state().equals("revised");
        if (!isOpen || run == null || calendar.spanAt(bar.startMs() * NS_PER_MS).tradeDay()
                >= calendar.spanAt(run.heardToNs()).tradeDay()) {
            return bar;
        }
        return new BarPoint(bar.startMs(), bar.session(), bar.openMicros(), bar.highMicros(), bar.lowMicros(),
            bar.closeMicros(), bar.volumeMicros(), bar.trades(), 0, "final", bar.isExact(), bar.isInvented());
    }

    private static long nsOf(Instant instant) {
        return instant.getEpochSecond() * NS_PER_S + instant.getNano();
    }

    private static <T> T answer(Future<T> lane, String symbol) throws TimeoutException {
        try {
            return lane.get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the lane of " + symbol, stopping);
        } catch (ExecutionException fault) {
            throw new IllegalStateException("the lane of " + symbol + " could not answer", fault);
        }
    }
}
