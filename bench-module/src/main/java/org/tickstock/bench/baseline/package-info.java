/**
 * The rules of detection in plain Java, as a competent programmer writes them who does not tune: a map by ticker, a
 * lock per symbol, an object per trade and per second, a deque per window with its running sums.
 *
 * <p>What our detection is measured against, and, since both must raise the same events, a second reading of the rules.
 * Start reading at {@link org.tickstock.bench.baseline.PlainDetection}.
 */
package org.tickstock.bench.baseline;
