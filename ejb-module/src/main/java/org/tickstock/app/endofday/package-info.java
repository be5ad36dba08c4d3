/**
 * The end of a day: whether every symbol that is followed has its bar, and whether our own bars are what was imported.
 *
 * <p>Thread: an EJB timer looks, any reads what came of it.
 * Start reading at {@link org.tickstock.app.endofday.EndOfDayRounds}.
 * <p>Source: market state, section 13.
 */
package org.tickstock.app.endofday;
