package org.tickstock.engine.feed;

import java.time.LocalDate;
import org.tickstock.engine.market.MarketSession;

/**
 * What the synthetic market is told; equal settings give equal ticks.
 *
 * <p>Errors: a value out of range is refused at construction, with its configuration key.
 *
 * @param seed of everything that is random
 * @param tickers how many trade, the best known first
 * @param ticksPerSecond mean over the regular session at speed 1
 * @param speed how many simulated seconds pass in a second
 * @param warmUpMinutes simulated minutes that are told at once, so that the rules have a past to compare with
 * @param openAt what a day begins with: PRE or REGULAR
 * @param tradeDate the first simulated day; null stands for the last trading day before today
 */
public record SyntheticSettings(
        long seed, int tickers, int ticksPerSecond, double speed, int warmUpMinutes, MarketSession openAt,
        LocalDate tradeDate) {

    private static final String PREFIX = "tickstock.feed.synthetic.";

    /** Checks every value. */
    public SyntheticSettings {
        requireRange("tickers", tickers, 1, 10_000);
        requireRange("ticks-per-second", ticksPerSecond, 1, 1_000_000);
        requireRange("warm-up-minutes", warmUpMinutes, 0, 390);
        if (!(speed > 0 && speed <= 1_000)) {
            throw new IllegalArgumentException(PREFIX + "speed must be > 0 and at most 1000, was " + speed);
        }
        if (openAt != MarketSession.PRE && openAt != MarketSession.REGULAR) {
            throw new IllegalArgumentException(PREFIX + "open-at must be PRE or REGULAR, was " + openAt);
        }
    }

    /** 4,000 tickers, 2,000 ticks a second, 15 minutes of past, from half past nine on. */
    public static SyntheticSettings defaults() {
        return new SyntheticSettings(20_131_008, 4_000, 2_000, 1, 15, MarketSession.REGULAR, null);
    }

    private static void requireRange(String key, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(PREFIX + key + " must be " + min + " to " + max + ", was " + value);
        }
    }
}
