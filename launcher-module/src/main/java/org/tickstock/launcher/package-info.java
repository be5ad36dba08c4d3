/**
 * Starts what TickStock needs to run on one machine: a PostgreSQL of its own, then the server with the application.
 *
 * <p>Used by {@code ./mvnw -Prun} and the distribution through {@link org.tickstock.launcher.Launcher}, and by the
 * integration tests through {@link org.tickstock.launcher.EmbeddedDatabase} and
 * {@link org.tickstock.launcher.TickStockServer}. Which application server it is, and how that one is started, is for a
 * {@code ServerProduct} to know; a distribution brings no PostgreSQL and must be given one.
 * Knows nothing of the application but its addresses, its environment and the file with the first accounts.
 */
package org.tickstock.launcher;
