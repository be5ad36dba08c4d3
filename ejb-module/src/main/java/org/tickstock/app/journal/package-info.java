/**
 * The journal: every display event in PostgreSQL, by way of a file while the database is away, and read again when a
 * client comes back later than the log in memory reaches.
 *
 * <p>Thread: writer and readers run on {@code concurrent/tickstock-journal}, apart from everything that must not wait.
 * Start reading at {@link org.tickstock.app.journal.JournalWriter}, then at
 * {@link org.tickstock.app.journal.EventJournal}.
 */
package org.tickstock.app.journal;
