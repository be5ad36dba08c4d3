package org.tickstock.app.session;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Map;
import org.tickstock.app.database.NeedsDatabase;
import org.tickstock.engine.time.EpochClock;

/**
 * Remembers market sessions that ended.
 *
 * <p>Thread: any; one transaction a call.
 * <p>Errors: {@link org.tickstock.app.database.DatabaseUnavailableException} while the database is away.
 */
@Stateless
@NeedsDatabase
public class SessionHistory {

    @PersistenceContext(unitName = "tickstock")
    private EntityManager entities;
    @Inject
    private EpochClock clock;

    /** Adds a session that ended, with its display events by wire name. */
    public void add(SeenSession seen, Instant endedAt, Map<String, Long> events) {
        entities.persist(new EventSession(seen, endedAt, events, Instant.ofEpochSecond(0, clock.nowNs())));
        entities.flush();
    }
}
