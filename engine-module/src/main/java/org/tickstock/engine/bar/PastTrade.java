package org.tickstock.engine.bar;

/**
 * A print as it is remembered.
 *
 * <p>Units: micro-dollars, micro-shares, nanoseconds UTC.
 *
 * @param isAggregate whether it is a vendor's aggregate rather than a single trade
 * @param tsEventNs when it happened by the consolidated tape
 * @param priceMicros its price, as corrected
 * @param sizeMicros shares, as corrected
 * @param conditionBits its trade conditions
 */
public record PastTrade(boolean isAggregate, long tsEventNs, long priceMicros, long sizeMicros, long conditionBits) {
}
