package org.tickstock.engine.emit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.tickstock.engine.collect.EventBatch;
import org.tickstock.engine.universe.UniverseIndex;
import org.tickstock.engine.universe.UniverseSelection;

/**
 * The inverted index of interests, and a batch matched against it.
 *
 * <p>Thread: belongs to one.
 */
public final class OpenMatch {

    private final InterestIndex index;
    private final int[] usersOf;

    /** The index over what these users watch. */
    public OpenMatch(List<UniverseSelection> users, UniverseIndex universes) {
        List<UniverseSelection> distinct = new ArrayList<>(new LinkedHashSet<>(users));
        index = new InterestIndex(distinct.stream().map(selection -> Audience.of(selection, universes)).toList());
        usersOf = new int[distinct.size()];
        users.forEach(selection -> usersOf[distinct.indexOf(selection)]++);
    }

    /** How many deliveries the batch makes, over all users. */
    public long match(EventBatch batch) {
        BatchMatch match = new BatchMatch(batch, index);
        long deliveries = 0;
        for (int audience = 0; audience < usersOf.length; audience++) {
            deliveries += (long) match.countFor(audience) * usersOf[audience];
        }
        return deliveries;
    }
}
