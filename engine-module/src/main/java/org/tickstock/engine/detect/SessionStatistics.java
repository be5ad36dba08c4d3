package org.tickstock.engine.detect;

import org.tickstock.engine.event.Direction;
import org.tickstock.engine.market.Tick;

/**
 * What one market session, or the whole day, has seen of one symbol: official and live extremes, and the volume.
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
    private long volumeMicros;
    private final FirstPrints firstLive = new FirstPrints();

    // prints between these change nothing; first there are none
    private long quietFromMicros = Long.MAX_VALUE;
    private long quietToMicros = Long.MIN_VALUE;

    /** Nothing was printed. */
    boolean isEmpty() {
        return volumeMicros == 0 && officialHigh.isEmpty();
    }

    long volumeMicros() {
        return volumeMicros;
    }

    /** The side of the first live print that stands, from which extremes are measured; 0 where none is known. */
    long firstLiveMicros(Direction side) {
        return side == Direction.UP ? firstLive.highMicros() : firstLive.lowMicros();
    }

    void addVolume(long sizeMicros) {
        volumeMicros += sizeMicros;
    }

    /** Takes a print that may set official extremes, and live ones where the verdict says so. */
    void add(Tick print, long addedMicros, Verdict verdict) {
        if (print.lowMicros >= quietFromMicros && print.highMicros <= quietToMicros) {
            return;
        }
        officialHigh.add(print.highMicros, print.tradeKey, print.tsEventNs, addedMicros, verdict);
        officialLow.add(print.lowMicros, print.tradeKey, print.tsEventNs, addedMicros, verdict);
        if (verdict == Verdict.ELIGIBLE) {
            addLive(print, addedMicros);
        }
        findQuiet();
    }

    /** Takes a print into the live extremes alone: one that is official already. */
    void addLive(Tick print, long addedMicros) {
        firstLive.add(print);
        liveHigh.add(print.highMicros, print.tradeKey, print.tsEventNs, addedMicros, Verdict.ELIGIBLE);
        liveLow.add(print.lowMicros, print.tradeKey, print.tsEventNs, addedMicros, Verdict.ELIGIBLE);
        findQuiet();
    }

    BestPrints live(Direction side) {
        return side == Direction.UP ? liveHigh : liveLow;
    }

    /** The trade with this key where it is among the best, else null. */
    KnownTrade find(long key) {
        KnownTrade high = officialHigh.find(key);
        return high == null ? officialLow.find(key) : high;
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
        findQuiet();
    }

    void clear() {
        officialHigh.clear();
        officialLow.clear();
        liveHigh.clear();
        liveLow.clear();
        volumeMicros = 0;
        firstLive.clear();
        findQuiet();
    }

    private void findQuiet() {
        long low = Math.max(officialLow.quietMicros(), liveLow.quietMicros());
        long high = Math.min(officialHigh.quietMicros(), liveHigh.quietMicros());
        boolean none = high == 0 || officialLow.quietMicros() == 0 || liveLow.quietMicros() == 0;
        quietFromMicros = none ? Long.MAX_VALUE : low;
        quietToMicros = none ? Long.MIN_VALUE : high;
    }
}
