package org.tickstock.bench.tape;

import java.util.ArrayList;
import java.util.List;
import org.tickstock.engine.market.Tick;

/**
 * Trades of one hour of the regular session, in primitive arrays, so that reading them costs next to nothing.
 *
 * <p>Thread: immutable by agreement; shared by the measured threads.
 * <p>Units: prices in cents, sizes in whole shares, times in nanoseconds UTC.
 */
public final class BenchTape {

    /** Bit of vendor condition 37, odd lot: counts in the volume, moves nothing else. */
    public static final long ODD_LOT = 1L << 37;

    private static final long MICROS_PER_CENT = 10_000;
    private static final long MICROS_PER_SHARE = 1_000_000;
    private static final int ROUND_LOT = 100;
    private static final int LETTERS = 26;

    private final List<String> tickers;
    private final int[] symbolIds;
    private final int[] cents;
    private final int[] shares;
    private final long[] times;

    BenchTape(int symbols, int[] symbolIds, int[] cents, int[] shares, long[] times) {
        this.tickers = tickers(symbols);
        this.symbolIds = symbolIds;
        this.cents = cents;
        this.shares = shares;
        this.times = times;
    }

    /** The tape of so many trades in so many symbols, Zipf 1.0; the same arguments always make the same tape. */
    public static BenchTape of(int trades, int symbols, long seed) {
        return new BenchTapeMaker(symbols, seed).make(trades);
    }

    /** How many trades there are. */
    public int size() {
        return times.length;
    }

    /** All tickers; a symbol's number is its place in the list. */
    public List<String> tickers() {
        return tickers;
    }

    /** The ticker of a trade. */
    public String ticker(int trade) {
        return tickers.get(symbolIds[trade]);
    }

    /** The symbol number of a trade. */
    public int symbolId(int trade) {
        return symbolIds[trade];
    }

    /** The price of a trade, micro-dollars. */
    public long priceMicros(int trade) {
        return cents[trade] * MICROS_PER_CENT;
    }

    /** Whole shares of a trade. */
    public int shares(int trade) {
        return shares[trade];
    }

    /** Condition bits of a trade: an odd lot, or nothing. */
    public long conditionBits(int trade) {
        return shares[trade] < ROUND_LOT ? ODD_LOT : 0;
    }

    /** When a trade was made. */
    public long tsEventNs(int trade) {
        return times[trade];
    }

    /** Fills the slot with a trade. */
    public Tick fill(Tick slot, int trade) {
        long price = cents[trade] * MICROS_PER_CENT;
        int size = shares[trade];
        return slot.trade(symbolIds[trade], price, size * MICROS_PER_SHARE, size < ROUND_LOT ? ODD_LOT : 0,
                times[trade], times[trade]);
    }

    private static List<String> tickers(int count) {
        List<String> made = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            StringBuilder letters = new StringBuilder();
            for (int rest = number; letters.length() < 4; rest /= LETTERS) {
                letters.append((char) ('A' + rest % LETTERS));
            }
            made.add(letters.toString());
        }
        return List.copyOf(made);
    }
}
