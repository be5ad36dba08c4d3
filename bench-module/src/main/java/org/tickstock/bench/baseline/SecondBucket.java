package org.tickstock.bench.baseline;

/**
 * A second that traded, closed.
 *
 * @param second epoch second
 * @param priceMicros last price
 * @param shares volume
 * @param sign of the price change to the bucket before it, 0 for the first
 */
record SecondBucket(long second, long priceMicros, long shares, int sign) {
}
