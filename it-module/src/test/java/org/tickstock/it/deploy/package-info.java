/**
 * Holds {@code deploy/} to its word: nginx and promtool run for real, the rest is read as its tool would read it and
 * compared with what the server really does.
 */
package org.tickstock.it.deploy;
