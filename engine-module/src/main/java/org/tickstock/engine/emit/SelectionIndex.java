package org.tickstock.engine.emit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tickstock.engine.universe.UniverseIndex;
import org.tickstock.engine.universe.UniverseSelection;

/**
 * The audiences of all connections, by what they watch; made anew only when selections or universes changed.
 *
 * <p>Thread: the emission timer.
 */
final class SelectionIndex {

    private UniverseIndex indexedUniverses = UniverseIndex.EMPTY;
    private Map<UniverseSelection, Integer> positions = Map.of();
    private InterestIndex interests = new InterestIndex(List.of());

    /** Brings it up to what these subscribers watch. */
    void update(List<Subscriber> subscribers, UniverseIndex universes) {
        Set<UniverseSelection> selections = new LinkedHashSet<>();
        subscribers.forEach(subscriber -> selections.add(subscriber.selection()));
        if (universes == indexedUniverses && positions.keySet().equals(selections)) {
            return;
        }
        List<Audience> audiences = new ArrayList<>();
        positions = new HashMap<>();
        for (UniverseSelection selection : selections) {
            positions.put(selection, audiences.size());
            audiences.add(Audience.of(selection, universes));
        }
        interests = new InterestIndex(audiences);
        indexedUniverses = universes;
    }

    /** The audience's number; null for a selection that changed since. */
    Integer positionOf(UniverseSelection selection) {
        return positions.get(selection);
    }

    /** The audience of this number. */
    Audience audience(int position) {
        return interests.audiences().get(position);
    }

    /** Who wants which event. */
    InterestIndex interests() {
        return interests;
    }
}
