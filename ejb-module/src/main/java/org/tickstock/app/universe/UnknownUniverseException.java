package org.tickstock.app.universe;

import jakarta.ejb.ApplicationException;
import java.util.List;

/**
 * Refuses a selection that names universes which do not exist; nothing is saved.
 */
@ApplicationException(rollback = true)
public class UnknownUniverseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> names;

    /** The names that no universe has. */
    public UnknownUniverseException(List<String> names) {
        super("universe must exist, was " + String.join(", ", names));
        this.names = List.copyOf(names);
    }

    /** The names that no universe has. */
    public List<String> names() {
        return names;
    }
}
