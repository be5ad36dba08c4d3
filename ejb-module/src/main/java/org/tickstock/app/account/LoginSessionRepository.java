package org.tickstock.app.account;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads and writes login sessions.
 *
 * <p>Thread: any; one transaction a call.
 */
@Stateless
public class LoginSessionRepository {

    @PersistenceContext(unitName = "tickstock")
    private EntityManager entities;

    /** Adds a session, and clears away the user's sessions that are over. */
    public void open(String tokenHash, long userId, LoginSession.Origin origin, Instant now, Duration life) {
        entities.createQuery("delete from LoginSession s where s.userId = :userId and s.expiresAt <= :now")
            .setParameter("userId", userId).setParameter("now", now).executeUpdate();
        entities.persist(new LoginSession(tokenHash, userId, origin, now, life));
        entities.flush();
    }

    /** The live session with this hash, of an account that may stay; notes that it is in use. */
    public Optional<Found> find(String tokenHash, Instant now) {
        LoginSession session = entities.find(LoginSession.class, tokenHash);
        if (session == null || session.isOver(now)) {
            return Optional.empty();
        }
        User user = entities.find(User.class, session.userId());
        if (user == null || !user.mayStay()) {
            return Optional.empty();
        }
        session.touch(now);
        entities.flush();
        return Optional.of(new Found(user.signedIn(), session.expiresAt()));
    }

    /** Ends the session with this hash, if there is one. */
    public void end(String tokenHash) {
        entities.createQuery("delete from LoginSession s where s.tokenHash = :tokenHash")
            .setParameter("tokenHash", tokenHash).executeUpdate();
    }

    /** A live session's user, and when it ends. */
    public record Found(SignedIn user, Instant expiresAt) {
    }
}
