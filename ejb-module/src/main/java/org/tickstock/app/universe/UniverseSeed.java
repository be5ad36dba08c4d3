package org.tickstock.app.universe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import org.tickstock.app.database.DatabaseSeed;
import org.tickstock.engine.market.ReferenceData;
import org.tickstock.engine.time.EpochClock;
import org.tickstock.engine.universe.StandardUniverses;

/**
 * Puts the standard universes into a new database.
 *
 * <p>Thread: the database setup's.
 */
@ApplicationScoped
public class UniverseSeed implements DatabaseSeed {

    private static final Logger LOG = System.getLogger(UniverseSeed.class.getName());
    private static final int ORDER = 10;

    @Inject
    private UniverseRepository repository;
    @Inject
    private ReferenceData reference;
    @Inject
    private EpochClock clock;

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void seed() {
        int added = repository.addMissing(
            StandardUniverses.of(reference), Instant.ofEpochSecond(0, clock.nowNs()));
        if (added > 0) {
            LOG.log(Level.INFO, "universes added count={0}", added);
        }
    }
}
