/**
 * Starts what TickStock needs to run on one machine: a PostgreSQL of its own, then the server with the application.
 *
 * <p>Used by {@code ./mvnw -Prun} through {@link org.tickstock.launcher.Launcher}, and by the integration tests through
 * {@link org.tickstock.launcher.EmbeddedDatabase} and {@link org.tickstock.launcher.TickStockServer}.
 * Knows nothing of the application but its addresses, its environment and the file with the first accounts.
 */
package org.tickstock.launcher;
