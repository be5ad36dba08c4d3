/**
 * History and reference data: days, minutes and what is known of each symbol, from files of the operator's or the
 * vendor's aggregates, looked over row by row and loaded whole or not at all; and read again for the state of the
 * market.
 *
 * <p>Thread: one import at a time on {@code concurrent/tickstock-journal}; reading from any.
 * Start reading at {@link org.tickstock.app.history.ImportDesk}.
 */
package org.tickstock.app.history;
