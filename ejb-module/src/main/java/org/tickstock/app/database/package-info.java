/**
 * The database's state as seen by the application: brought to the current schema, seeded, watched, and guarded;
 * and what everything that writes rows has in common: its transaction, its rounds, and how its trouble is told.
 *
 * <p>Thread: setup and watch run on {@code concurrent/tickstock-scheduled}; the rest may be called from anywhere.
 * Start reading at {@code DatabaseSetup}.
 */
package org.tickstock.app.database;
