package org.tickstock.engine.emit;

/**
 * What one emission cycle did.
 *
 * @param subscribers connections looked at
 * @param frames frames handed over
 * @param deliveries events in those frames
 * @param slow connections skipped because their last frame is still in flight
 */
public record EmissionResult(int subscribers, int frames, int deliveries, int slow) {
}
