package org.tickstock.engine.emit;

/**
 * Where a returning client left off.
 *
 * @param epoch epoch of the log it read
 * @param afterOffset last offset it has; the next one is wanted
 */
public record ResumePoint(long epoch, long afterOffset) {

    /** An offset is counted from 1; 0 means from the beginning. */
    public ResumePoint {
        if (afterOffset < 0) {
            throw new IllegalArgumentException("resume after must be >= 0, was " + afterOffset);
        }
    }
}
