package org.tickstock.app.universe;

import jakarta.enterprise.context.ApplicationScoped;
import org.tickstock.engine.universe.UniverseIndex;

/**
 * Holds the current universe index; a change swaps it whole.
 *
 * <p>Thread: any.
 */
@ApplicationScoped
public class UniverseIndexHolder {

    private volatile UniverseIndex index = UniverseIndex.EMPTY;

    /** The index of now; empty until the universes were loaded, so that nobody gets what nobody picked. */
    public UniverseIndex current() {
        return index;
    }

    void swap(UniverseIndex loaded) {
        index = loaded;
    }
}
