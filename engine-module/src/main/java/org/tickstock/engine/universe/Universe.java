package org.tickstock.engine.universe;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A named list of symbols that users may watch.
 *
 * <p>Errors: a name outside {@code [a-z][a-z0-9_]*}, at most 50 characters, or a blank title is refused.
 *
 * @param name key on the wire and in the database
 * @param title what a person reads
 * @param symbols tickers, in the list's own order
 */
public record Universe(String name, String title, List<String> symbols) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,49}");

    /** Checks the name and copies the symbols. */
    public Universe {
        if (!isName(name)) {
            throw new IllegalArgumentException("universe name must match " + NAME + ", was '" + name + "'");
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("universe title must not be blank for " + name);
        }
        symbols = List.copyOf(symbols);
    }

    /** Whether a universe may be called so. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }
}
