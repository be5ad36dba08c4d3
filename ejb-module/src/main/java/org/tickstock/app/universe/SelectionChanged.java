package org.tickstock.app.universe;

import org.tickstock.engine.universe.UniverseSelection;

/**
 * Told, once it is saved, to whoever serves the user now.
 *
 * @param userId whose selection
 * @param selection what the user watches from now on
 */
public record SelectionChanged(long userId, UniverseSelection selection) {
}
