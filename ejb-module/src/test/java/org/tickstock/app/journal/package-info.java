/**
 * Tests of the journal: the spill file against torn tails, the writer against a real PostgreSQL.
 */
package org.tickstock.app.journal;
