package org.tickstock.engine.detect;

import java.util.List;
import org.tickstock.engine.event.Direction;
import org.tickstock.engine.market.Tick;

/**
 * The extremes that one market session, or the whole day, has seen of one symbol: official and live.
 *
 * <p>Official is what prints may set by their conditions; live what they may set because they are also "now".
 * <p>Thread: belongs to the symbol's lane.
 * <p>Units: micro-dollars, micro-shares.
 * <p>Source: market rules, section 1.
 */
final class SessionStatistics {

    final BestPrints officialHigh = new BestPrints(true);
    final BestPrints officialLow = new BestPrints(false);
    final BestPrints liveHigh = new BestPrints(true);
    final BestPrints liveLow = new BestPrints(false);
    private final FirstPrints firstLive = new FirstPrints();

    /** The side of the first live print that stands, from which extremes are measured; 0 where none is known. */
    long firstLiveMicros(Direction side) {
        return side == Direction.UP ? firstLive.highMicros() : firstLive.lowMicros();
    }

    /** Takes a print that may set official extremes, and live ones where the verdict says so. */
    void add(Tick print, long addedMicros, Verdict verdict) {
        officialHigh.add(print.highMicros, print.tradeKey, print.tsEventNs, addedMicros, verdict);
        officialLow.add(print.lowMicros, print.tradeKey, print.tsEventNs, addedMicros, verdict);
        if (verdict == Verdict.ELIGIBLE) {
            addLive(print, addedMicros);
        }
    }

    /** Takes a print into the live extremes alone: one that is official already. */
    void addLive(Tick print, long addedMicros) {
        firstLive.add(print);
        liveHigh.add(print.highMicros, print.tradeKey, print.tsEventNs, addedMicros, Verdict.ELIGIBLE);
        liveLow.add(print.lowMicros, print.tradeKey, print.tsEventNs, addedMicros, Verdict.ELIGIBLE);
    }

    BestPrints live(Direction side) {
        return side == Direction.UP ? liveHigh : liveLow;
    }

    /** The trade with this key where it is among the best, else null. */
    KnownTrade find(long key) {
        for (BestPrints prints : List.of(officialHigh, officialLow, liveHigh, liveLow)) {
            KnownTrade found = prints.find(key);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Whether the trade with this key is among the live extremes' best. */
    boolean hasLive(long key) {
        return liveHigh.find(key) != null || liveLow.find(key) != null;
    }

    /** Takes the trade with this key out of the extremes. */
    void remove(long key) {
        officialHigh.remove(key);
        officialLow.remove(key);
        liveHigh.remove(key);
        liveLow.remove(key);
        firstLive.remove(key);
    }

    void clear() {
        officialHigh.clear();
        officialLow.clear();
        liveHigh.clear();
        liveLow.clear();
        firstLive.clear();
    }

    /** Prints from here up to {@link #quietToMicros} change nothing. */
    long quietFromMicros() {
        return isNeverQuiet() ? Long.MAX_VALUE : Math.max(officialLow.quietMicros(), liveLow.quietMicros());
    }

    long quietToMicros() {
        return isNeverQuiet() ? Long.MIN_VALUE : Math.min(officialHigh.quietMicros(), liveHigh.quietMicros());
    }

    private boolean isNeverQuiet() {
        return officialHigh.quietMicros() == 0 || officialLow.quietMicros() == 0
                || liveHigh.quietMicros() == 0 || liveLow.quietMicros() == 0;
    }
}
