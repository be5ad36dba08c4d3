/**
 * Figures for monitoring: each room's in a class of its own, all of them in one list.
 *
 * <p>{@link org.tickstock.app.metrics.Metrics} is that list. Where the server has MicroProfile Metrics,
 * {@link org.tickstock.app.metrics.MicroProfileExporter} hands it over and the server answers {@code /metrics};
 * elsewhere the application writes the same names itself, by {@link org.tickstock.app.metrics.PrometheusText}. What
 * each means: {@code docs/metrics.md}.
 */
package org.tickstock.app.metrics;
