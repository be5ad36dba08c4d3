package org.tickstock.app.history;

import java.nio.file.Path;

/**
 * Where files to import are.
 *
 * @param folder the only folder that files are imported from, with those below it
 * @param isAtStart whether everything in it is imported when the server starts
 */
public record ImportSettings(Path folder, boolean isAtStart) {
}
