package org.tickstock.app.universe;

import org.tickstock.engine.universe.UniverseIndex;

/** Universes where there is no database. */
public final class TestUniverses {

    private TestUniverses() {
    }

    /** A holder that has loaded {@code index}. */
    public static UniverseIndexHolder holding(UniverseIndex index) {
        UniverseIndexHolder holder = new UniverseIndexHolder();
        holder.swap(index);
        return holder;
    }
}
