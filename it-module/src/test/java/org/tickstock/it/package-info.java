/**
 * Tests of the whole: the EAR on a real server with a real PostgreSQL, seen from outside.
 *
 * <p>A test that only reads takes the server they all share, by {@link org.tickstock.it.SharedServer}; one that breaks
 * things starts its own through {@link org.tickstock.it.TestBed}. Logs stay in {@code it-module/target/it}.
 */
package org.tickstock.it;
