/**
 * Universes in the database, whose members files tell or sectors make, what each user picked of them, and the index
 * that emission matches with.
 *
 * <p>Thread: services on a request's thread; the index is an immutable snapshot, read from anywhere.
 * Start reading at {@link org.tickstock.app.universe.UniverseService}.
 */
package org.tickstock.app.universe;
