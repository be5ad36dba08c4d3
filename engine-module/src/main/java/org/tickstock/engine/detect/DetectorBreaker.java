package org.tickstock.engine.detect;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.tickstock.engine.time.EpochClock;

/**
 * Keeps one failing detector from hurting the others: counts its faults, and rests it after five in a row for 30 s.
 *
 * <p>Thread: belongs to one lane; {@link #faults} from any.
 * <p>Units: nanoseconds UTC; it rests in event time, and logs at most once a minute of the clock's.
 */
final class DetectorBreaker {

    private static final Logger LOG = System.getLogger(DetectorBreaker.class.getName());
    private static final int FAULTS_IN_A_ROW = 5;
    private static final long REST_NS = 30_000_000_000L;
    private static final long LOG_EVERY_NS = 60_000_000_000L;

    private final Detector detector;
    private final EpochClock clock;
    private final SingleWriterCounts faults = new SingleWriterCounts(1);
    private int inARow;
    private long restsUntilNs = Long.MIN_VALUE;
    private long loggedNs = Long.MIN_VALUE;

    DetectorBreaker(Detector detector, EpochClock clock) {
        this.detector = detector;
        this.clock = clock;
    }

    Detector detector() {
        return detector;
    }

    boolean isClosed(long tsEventNs) {
        return tsEventNs >= restsUntilNs;
    }

    void succeeded() {
        inARow = 0;
    }

    void failed(RuntimeException fault, String symbol, long tsEventNs) {
        faults.increment(0);
        inARow++;
        if (inARow >= FAULTS_IN_A_ROW) {
            inARow = 0;
            restsUntilNs = tsEventNs + REST_NS;
        }
        long nowNs = clock.nowNs();
        if (loggedNs == Long.MIN_VALUE || nowNs - loggedNs >= LOG_EVERY_NS) {
            loggedNs = nowNs;
            LOG.log(Level.ERROR, "detector failed name=" + detector.name() + " symbol=" + symbol
                    + " tsEventNs=" + tsEventNs + " faults=" + faults(), fault);
        }
    }

    long faults() {
        return faults.get(0);
    }
}
