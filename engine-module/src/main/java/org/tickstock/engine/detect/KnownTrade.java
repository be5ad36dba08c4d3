package org.tickstock.engine.detect;

/**
 * A trade that was counted, as it is found again when it is taken back.
 *
 * @param priceMicros its price
 * @param volumeMicros what it added to the volume, micro-shares
 * @param tsNs when it happened
 */
record KnownTrade(long priceMicros, long volumeMicros, long tsNs) {
}
