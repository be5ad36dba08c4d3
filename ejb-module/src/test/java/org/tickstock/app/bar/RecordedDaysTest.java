package org.tickstock.app.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.app.database.TestDatabase;
import org.tickstock.engine.Pipeline;
import org.tickstock.engine.PipelineSettings;
import org.tickstock.engine.bar.BarSettings;
import org.tickstock.engine.feed.FeedStatus;
import org.tickstock.engine.feed.ReplayFeed;
import org.tickstock.engine.feed.ReplaySettings;
import org.tickstock.engine.handoff.Duty;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SessionCalendar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.TradeConditions;
import org.tickstock.engine.time.SystemEpochClock;
import org.tickstock.engine.trace.Tracer;

/** Three real days through a pipeline into PostgreSQL, against the vendor's own minute bars. */
@ExtendWith(TestDatabase.Resolver.class)
@Timeout(300)
class RecordedDaysTest {

    private static final Path DATA = Path.of("..", "..", "shared", "data");
    private static final List<String> DAYS = List.of("2013-10-07", "2013-10-08", "2013-10-09");
    private static final List<String> SYMBOLS = List.of("AIG", "BAC", "SPY");
    private static final int LANES = 2;

    private final SessionCalendar calendar = new NewYorkCalendar();
    private final SymbolTable symbols = SymbolTable.of(SYMBOLS);
    private final List<BarLane> lanes = new ArrayList<>();
    private TestDatabase database;

    @Test
    void writesTheVendorsBarsAndTheSameAfterARestartInTheMiddle(TestDatabase given) {
        List<Path> tapes = DAYS.stream().map(day -> DATA.resolve("tape").resolve(day + ".csv.gz")).toList();
        Path bars = DATA.resolve("bars").resolve("minute_bars.csv.gz");
        assumeTrue(Files.isReadable(bars) && tapes.stream().allMatch(Files::isReadable),
            () -> "market data is not at hand: " + DATA);
        database = given.fresh();

        play(1, tapes, Long.MAX_VALUE);
        Map<String, List<BigDecimal>> ours = ours();
        List<String> whole = everything();
        agreesWithTheVendor(ours, vendors(bars));

        // Cut in the middle of a minute of the second day, then from the beginning again.
        play(2, tapes, 700_000);
        assertThat(everything()).as("a second run that is cut short").isEqualTo(whole);
        play(3, tapes, Long.MAX_VALUE);
        assertThat(everything()).as("a third run to the end").isEqualTo(whole);

        database.fresh();
        play(4, tapes, 700_000);
        play(5, tapes, Long.MAX_VALUE);
        assertThat(everything()).as("a first run that is cut short").isEqualTo(whole);
    }

    private static void agreesWithTheVendor(
            Map<String, List<BigDecimal>> ours, Map<String, List<BigDecimal>> theirs) {
        Set<String> minutes = new HashSet<>(theirs.keySet());
        minutes.addAll(ours.keySet());
        long prices = minutes.stream().filter(minute -> ours.containsKey(minute) && theirs.containsKey(minute)
            && ours.get(minute).subList(0, 4).equals(theirs.get(minute).subList(0, 4))).count();
        System.out.printf("minute bars in the database against the vendor's: %d of %d%n", prices, minutes.size());
        assertThat(minutes.size()).isGreaterThan(5_000);
        assertThat((double) prices / minutes.size()).isGreaterThanOrEqualTo(0.992);
    }

    /** Plays at most so many ticks, all stages on this thread, and a round of the writer now and then. */
    private void play(long run, List<Path> tapes, long ticks) {
        lanes.clear();
        PipelineSettings defaults = PipelineSettings.defaults();
        PipelineSettings settings = new PipelineSettings(defaults.detect().withLanes(LANES).withConditions("lean"),
            defaults.prioritize().withWaitWhenFull(false), defaults.work(), defaults.collect());
        Pipeline pipeline = new Pipeline(settings, List.of(), symbols, calendar, new SystemEpochClock(), run, () -> {
            BarLane lane = new BarLane(TradeConditions.shipped("lean"), calendar, BarSettings.defaults(), 65_536, 100);
            lanes.add(lane);
            return lane;
        }, Tracer.off());
        BarRounds rounds = new BarRounds(lanes, new BarTables(database.dataSource(), new BarPartitions(90, 730)),
            symbols::tickerOf, new BarRun(run, "replay", false, 0, 0), 400_000,
            new SystemEpochClock());
        ReplayFeed feed = new ReplayFeed(new ReplaySettings(tapes, ReplaySettings.MAX_SPEED), symbols,
            new SystemEpochClock());
        feed.start(pipeline.feedListener());
        int steps = 0;
        while (feed.status().state() == FeedStatus.State.LIVE && feed.status().ticks() < ticks) {
            feed.doWork();
            work(pipeline);
            if (++steps % 200 == 0) {
                rounds.run(null);
            }
        }
        work(pipeline);
        rounds.finish(null);
        feed.stop();
        assertThat(pipeline.status().stage("feed").refused()).isEmpty();
        assertThat(rounds.status().trouble()).isNull();
        assertThat(rounds.status().lost() + rounds.status().refused()).isZero();
    }

    private static void work(Pipeline pipeline) {
        int done = 1;
        while (done > 0) {
            done = pipeline.laneDuties().stream().mapToInt(Duty::doWork).sum();
        }
        Duty worker = pipeline.newWorkerDuty();
        while (worker.doWork() > 0) {
            pipeline.collect();
        }
    }

    private List<String> everything() {
        return Stream.of(
            "SELECT symbol, ts, session, open, high, low, close, volume, trades, is_exact FROM ohlcv_1min "
                + "ORDER BY 1, 2",
            "SELECT symbol, ts, session, open, high, low, close, volume, trades FROM ohlcv_5min ORDER BY 1, 2",
            "SELECT symbol, ts, session, open, high, low, close, volume, trades FROM ohlcv_hourly ORDER BY 1, 2",
            "SELECT symbol, bar_date, open, high, low, close, volume, trades FROM ohlcv_daily ORDER BY 1, 2")
            .flatMap(sql -> BarRows.select(database, sql).stream()).toList();
    }

    private Map<String, List<BigDecimal>> ours() {
        return BarRows.select(database, "SELECT symbol || '@' || (extract(epoch FROM ts) * 1000)::bigint, open, high, "
            + "low, close, volume FROM ohlcv_1min").stream().map(row -> row.split(" "))
            .collect(Collectors.toMap(row -> row[0], row -> numbers(List.of(row).subList(1, row.length))));
    }

    private static Map<String, List<BigDecimal>> vendors(Path file) {
        Map<String, List<BigDecimal>> bars = new TreeMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file))))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> row = List.of(line.split(","));
                String day = Instant.ofEpochMilli(Long.parseLong(row.get(1))).toString().substring(0, 10);
                if (SYMBOLS.contains(row.get(0)) && DAYS.contains(day)) {
                    bars.put(row.get(0) + "@" + row.get(1), numbers(row.subList(2, row.size())));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return bars;
    }

    private static List<BigDecimal> numbers(List<String> cells) {
        return cells.stream().map(cell -> new BigDecimal(cell).stripTrailingZeros()).toList();
    }
}
