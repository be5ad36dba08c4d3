package org.tickstock.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tickstock.engine.market.SymbolTable;

/**
 * What a feed pays once per trade to turn a ticker into a number, with as many tickers as the market has.
 *
 * <p>Units: nanoseconds per ticker.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
public class SymbolTableBenchmark {

    private static final int LOOKUPS = 4_096;
    private static final int LETTERS = 26;
    private static final long SEED = 42;

    /** How many tickers the table holds. */
    @Param({"4000", "10000"})
    public int symbols;

    private SymbolTable table;
    private String[] asked;

    /** Fills the table, and makes the questions new strings, as a decoder would. */
    @Setup(Level.Trial)
    public void fill() {
        List<String> tickers = new ArrayList<>(symbols);
        for (int number = 0; number < symbols; number++) {
            tickers.add(ticker(number));
        }
        Collections.shuffle(tickers, new Random(SEED));
        table = SymbolTable.of(tickers);
        Random random = new Random(SEED);
        asked = new String[LOOKUPS];
        for (int index = 0; index < LOOKUPS; index++) {
            asked[index] = new String(tickers.get(random.nextInt(symbols)).toCharArray());
        }
    }

    /** Looks every ticker up; the sum keeps the compiler honest. */
    @Benchmark
    @OperationsPerInvocation(LOOKUPS)
    public long idOf() {
        long sum = 0;
        for (String ticker : asked) {
            sum += table.idOf(ticker);
        }
        return sum;
    }

    private static String ticker(int number) {
        StringBuilder letters = new StringBuilder();
        for (int rest = number; letters.length() < 4; rest /= LETTERS) {
            letters.append((char) ('A' + rest % LETTERS));
        }
        return letters.toString();
    }
}
