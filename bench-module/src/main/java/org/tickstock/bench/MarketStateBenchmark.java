package org.tickstock.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tickstock.app.emit.OpenStateRows;
import org.tickstock.engine.indicator.PriceBar;
import org.tickstock.engine.state.DailyHistory;
import org.tickstock.engine.state.Instrument;
import org.tickstock.engine.state.MarketState;
import org.tickstock.engine.state.MarketStateView;
import org.tickstock.engine.state.StateMoment;
import org.tickstock.engine.state.UniverseState;
import org.tickstock.engine.universe.Universe;

/**
 * What the state of a market with a year of daily bars costs, from the bars of the day to the whole state of a universe
 * of all its symbols: rankings, stages, 11 sectors and 110 industries with their rotation, breadth, conditions; and
 * what is then sent to somebody who follows that universe.
 *
 * <p>Units: milliseconds per refresh, on one thread.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 8, time = 2)
public class MarketStateBenchmark {

    private static final int DAYS = 260;
    private static final int FIRST_DAY = 16_514;
    private static final int SECTORS = 11;
    private static final int INDUSTRIES = 110;
    private static final int CHANGED_SHARE = 10;
    private static final int BUSY_SHARE = 4;
    private static final long SEED = 42;

    /** How many symbols the market has. */
    @Param("4000")
    public int symbols;

    private final Map<String, DailyHistory> histories = new HashMap<>();
    private final List<Instrument> instruments = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final Random random = new Random(SEED);
    private MarketState market;
    private OpenStateRows rows;
    private PriceBar[] newest;
    private int today;
    private int next;
    private long frames;
    private long characters;

    /** Makes the bars: random walks, every weekday. */
    @Setup(Level.Trial)
    public void fill() {
        newest = new PriceBar[symbols];
        today = day(DAYS - 1);
        for (int symbol = 0; symbol < symbols; symbol++) {
            String name = "S" + symbol;
            DailyHistory.Builder bars = new DailyHistory.Builder();
            newest[symbol] = bar(20 + random.nextInt(200));
            for (int day = 0; day < DAYS; day++) {
                bars.add(day(day), newest[symbol]);
                newest[symbol] = day == DAYS - 1 ? newest[symbol] : bar(newest[symbol].close());
            }
            names.add(name);
            histories.put(name, bars.build());
            instruments.add(new Instrument(name, name, "Sector " + symbol % SECTORS, "Industry " + symbol % INDUSTRIES,
                    1e9 * (1 + random.nextInt(400)), false));
        }
        market = load();
        rows = new OpenStateRows("all");
        rows.whole(view(market));
    }

    /** Tells how long the frames were. */
    @TearDown(Level.Trial)
    public void tellFrames() {
        if (frames > 0) {
            System.out.printf("%,d characters a frame%n", characters / frames);
        }
    }

    private static int day(int index) {
        return FIRST_DAY + index / 5 * 7 + index % 5;
    }

    private PriceBar bar(double before) {
        double open = before * (1 + 0.005 * random.nextGaussian());
        double close = open * Math.exp(0.015 * random.nextGaussian());
        return new PriceBar(open, Math.max(open, close) * (1 + 0.005 * random.nextDouble()),
                Math.min(open, close) * (1 - 0.005 * random.nextDouble()), close, 1_000 + random.nextInt(1_000_000));
    }

    private MarketState load() {
        MarketState made = new MarketState(instruments, histories);
        made.universes(List.of(new Universe("all", "All", names)));
        return made;
    }

    private UniverseState refresh(MarketState made) {
        return view(made).universe("all").orElseThrow();
    }

    private MarketStateView view(MarketState made) {
        return made.refresh(new StateMoment(0, today, 0.5));
    }

    private void trade(int count) {
        for (int changed = 0; changed < count; changed++) {
            int index = market.indexOf(names.get(next));
            PriceBar bar = newest[next];
            double last = bar.close() * (1 + 0.0005 * random.nextGaussian());
            newest[next] = new PriceBar(bar.open(), Math.max(bar.high(), last), Math.min(bar.low(), last), last,
                    bar.volume() + 100);
            market.update(index, today, newest[next]);
            next = (next + 1) % symbols;
        }
    }

    /** From the bare histories, as at a start. */
    @Benchmark
    public UniverseState load260Days() {
        return refresh(load());
    }

    /** Every symbol traded. */
    @Benchmark
    public UniverseState fullRefresh() {
        trade(symbols);
        return refresh(market);
    }

    /** One symbol in ten traded. */
    @Benchmark
    public UniverseState incrementalRefresh() {
        trade(symbols / CHANGED_SHARE);
        return refresh(market);
    }

    /** One symbol in four traded; with the frame of what changed. */
    @Benchmark
    public String changesFrame() {
        trade(symbols / BUSY_SHARE);
        return counted(rows.changes(view(market)));
    }

    /** The same, with the frame of somebody who begins now. */
    @Benchmark
    public String wholeFrame() {
        trade(symbols / BUSY_SHARE);
        return counted(rows.whole(view(market)));
    }

    private String counted(String frame) {
        frames++;
        characters += frame.length();
        return frame;
    }
}
