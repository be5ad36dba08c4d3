package org.tickstock.engine.detect;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Keeps one failing detector from hurting the others: counts its faults, and rests it after five in a row for 30 s.
 *
 * <p>Thread: belongs to one lane.
 * <p>Units: event time, nanoseconds UTC.
 */
final class DetectorBreaker {

    private static final Logger LOG = System.getLogger(DetectorBreaker.class.getName());
    private static final int FAULTS_IN_A_ROW = 5;
    private static final long REST_NS = 30_000_000_000L;
    private static final long LOG_EVERY_NS = 60_000_000_000L;

    private final Detector detector;
    private int inARow;
    private long restsUntilNs = Long.MIN_VALUE;
    private long loggedNs = Long.MIN_VALUE;
    private long faults;

    DetectorBreaker(Detector detector) {
        this.detector = detector;
    }

    Detector detector() {
        return detector;
    }

    boolean isClosed(long nowNs) {
        return nowNs >= restsUntilNs;
    }

    void succeeded() {
        inARow = 0;
    }

    void failed(RuntimeException fault, String symbol, long nowNs) {
        faults++;
        inARow++;
        if (inARow >= FAULTS_IN_A_ROW) {
            inARow = 0;
            restsUntilNs = nowNs + REST_NS;
        }
        if (loggedNs == Long.MIN_VALUE || nowNs - loggedNs >= LOG_EVERY_NS) {
            loggedNs = nowNs;
            LOG.log(Level.ERROR, "detector failed name=" + detector.name() + " symbol=" + symbol
                    + " tsEventNs=" + nowNs + " faults=" + faults, fault);
        }
    }

    long faults() {
        return faults;
    }
}
