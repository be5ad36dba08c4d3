/**
 * Indicators over bars, each brought up to date by one bar at a time in constant time.
 *
 * <p>Every indicator stands on what is settled, all bars but the newest, and applies the newest on top: a bar that is
 * still forming is revised as often as it changes, and costs no more than a new one. Before an indicator has the bars
 * it needs its values are NaN; nothing is made up.
 * <p>Start reading at {@link org.tickstock.engine.indicator.Indicator} and {@link org.tickstock.engine.indicator.Ema}.
 * <p>Source: market state, section 11; checked against TA-Lib and ta4j.
 */
package org.tickstock.engine.indicator;
