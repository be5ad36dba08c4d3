package org.tickstock.app.universe;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import org.tickstock.app.database.NeedsDatabase;
import org.tickstock.engine.time.EpochClock;
import org.tickstock.engine.universe.UniverseSelection;

/**
 * Lets a user see and change what they watch.
 *
 * <p>Thread: any; one transaction a call.
 * <p>Errors: {@link UnknownUniverseException} for names that no universe has;
 * {@link org.tickstock.app.database.DatabaseUnavailableException} while the database is away.
 */
@Stateless
@NeedsDatabase
public class UniverseService {

    @Inject
    private UniverseRepository repository;
    @Inject
    private Event<SelectionChanged> changes;
    @Inject
    private EpochClock clock;

    /** What the user watches. */
    public UniverseSelection selectionOf(long userId) {
        return repository.selectionOf(userId);
    }

    /** Saves what the user watches from now on; their live connections have it once it is committed. */
    public UniverseSelection select(long userId, UniverseSelection selection) {
        repository.save(userId, selection, Instant.ofEpochSecond(0, clock.nowNs()));
        changes.fire(new SelectionChanged(userId, selection));
        return selection;
    }
}
