/**
 * The only place that reads a clock. Everything else is given one, or the time of a tick.
 */
package org.tickstock.engine.time;
