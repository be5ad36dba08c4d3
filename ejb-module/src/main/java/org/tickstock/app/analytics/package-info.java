/**
 * Gauges of the market and of what users watch, and what of the day is written down: highs and lows by symbol, the
 * market's windows.
 *
 * <p>Memory first: {@link org.tickstock.app.analytics.MarketAnalytics} reads windows as they settle,
 * {@link org.tickstock.app.analytics.AnalyticsSync} writes every ten seconds what changed, and forgets that it changed
 * once that is committed.
 * Start reading at {@link org.tickstock.app.analytics.MarketAnalytics}.
 */
package org.tickstock.app.analytics;
