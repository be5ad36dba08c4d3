package org.tickstock.bench.load;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.tickstock.engine.market.Listing;
import org.tickstock.engine.market.ReferenceData;

/**
 * Makes the tape of a load run: 4,000 symbols that all print once a second and drift up or down at a pace that raises
 * so many events a second, with bursts of volume in between.
 *
 * <p>The same arguments make the same tape.
 * <p>Units: dollars, whole shares.
 */
public final class LoadTape {

    // Tuesday, 8 October 2013, 11:00 in New York
    private static final long START_MS = 1_381_244_400_000L;
    private static final int SYMBOLS = 4_000;
    private static final long SEED = 42;
    private static final double SPREAD = 0.0001;
    /** One symbol in so many begins a burst each second, and trades tenfold for so many seconds. */
    private static final int BURST_ONE_IN = 2_000;
    private static final int BURST_S = 10;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<String> tickers = ReferenceData.load().listings().stream().map(Listing::symbol)
            .filter(ticker -> ticker.chars().allMatch(c -> c >= 'A' && c <= 'Z'))
            .sorted().limit(SYMBOLS).toList();
    private final double[] price = new double[SYMBOLS];
    private final double[] driftPerS = new double[SYMBOLS];
    private final int[] burstEndsS = new int[SYMBOLS];

    private LoadTape(double percentPerSecond) {
        for (int i = 0; i < SYMBOLS; i++) {
            price[i] = 30 + 200 * random.nextDouble();
            driftPerS[i] = percentPerSecond / 100 * (0.5 + random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
        }
    }

    /** Takes the file, its length in seconds, and the mean drift in percent per second. */
    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            throw new IllegalArgumentException("file, seconds and drift must be given, was " + args.length);
        }
        try (BufferedWriter writer = Files.newBufferedWriter(Path.of(args[0]))) {
            writer.write("ts_ms,symbol,price,size,exchange,conditions\n");
            LoadTape tape = new LoadTape(Double.parseDouble(args[2]));
            int seconds = Integer.parseInt(args[1]);
            for (int second = 0; second < seconds; second++) {
                tape.write(writer, second);
            }
        }
    }

    private void write(BufferedWriter writer, int second) throws IOException {
        for (int i = 0; i < SYMBOLS; i++) {
            if (random.nextInt(BURST_ONE_IN) == 0) {
                burstEndsS[i] = second + BURST_S;
            }
            boolean burst = second < burstEndsS[i];
            price[i] *= 1 + driftPerS[i] * (burst ? 3 : 1);
            double print = price[i] * (1 + SPREAD * (random.nextDouble() - 0.5));
            long cents = Math.round(print * 100);
            writer.append(Long.toString(START_MS + second * 1_000L + i * 1_000L / SYMBOLS)).append(',')
                    .append(tickers.get(i)).append(',')
                    .append(Long.toString(cents / 100)).append('.')
                    .append((char) ('0' + cents / 10 % 10)).append((char) ('0' + cents % 10)).append(',')
                    .append(Integer.toString((1 + random.nextInt(5)) * (burst ? 1_000 : 100))).append(",N,\n");
        }
    }
}
