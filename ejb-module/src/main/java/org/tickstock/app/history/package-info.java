/**
 * History and reference data: days, minutes, what is known of each symbol, and universes, from files of the operator's
 * or from the vendor, looked over row by row and loaded whole or not at all; and read again for the state of the
 * market.
 *
 * <p>Thread: one import at a time on {@code concurrent/tickstock-journal}; reading from any.
 * Start reading at {@link org.tickstock.app.history.ImportDesk}.
 */
package org.tickstock.app.history;
