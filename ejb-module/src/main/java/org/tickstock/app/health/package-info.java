/**
 * How the system is doing, for probes and people; reads everything, changes nothing. Figures over time are
 * {@link org.tickstock.app.metrics}.
 *
 * <p>Thread: any. Start reading at {@code Readiness}.
 */
package org.tickstock.app.health;
