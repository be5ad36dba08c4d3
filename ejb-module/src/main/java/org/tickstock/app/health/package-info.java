/**
 * How the system is doing, for probes, metrics and people; reads everything, changes nothing.
 *
 * <p>Thread: any. Start reading at {@code Readiness}.
 */
package org.tickstock.app.health;
