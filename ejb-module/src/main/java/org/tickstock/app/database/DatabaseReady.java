package org.tickstock.app.database;

/**
 * Told once, when schema and seed are in place: whoever keeps a copy in memory loads it now.
 *
 * <p>Errors: an observer that throws makes the setup start again.
 */
public record DatabaseReady() {
}
