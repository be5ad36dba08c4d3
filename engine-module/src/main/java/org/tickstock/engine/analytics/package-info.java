/**
 * Buying against selling, beside the six stages: from closed ten-second windows to the gauges of a universe.
 *
 * <p>In: {@link org.tickstock.engine.event.PressureChange}, one for each symbol and window, applied by workers to
 * {@link org.tickstock.engine.analytics.PressureBoard}. Out: a
 * {@link org.tickstock.engine.analytics.GaugeReading} for the whole market and for each distinct selection of
 * universes, by {@link org.tickstock.engine.analytics.AnalyticsBook}: once a window, however many users watch it.
 * Start reading at {@link org.tickstock.engine.analytics.UniverseGauge}.
 * <p>Source: pipeline, sections 10.2 and 10.4; detectors, section 6.
 */
package org.tickstock.engine.analytics;
