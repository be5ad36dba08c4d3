package org.tickstock.app.account;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads and writes accounts.
 *
 * <p>Thread: any; one transaction a call.
 */
@Stateless
public class UserRepository {

    @PersistenceContext(unitName = "tickstock")
    private EntityManager entities;

    /** What is needed to check a password, whatever the case of the e-mail address. */
    public Optional<Credentials> credentialsOf(String email) {
        List<User> found = entities
            .createQuery("select u from User u where lower(u.email) = lower(:email)", User.class)
            .setParameter("email", email.strip())
            .getResultList();
        return found.stream().findFirst().map(user -> new Credentials(user.id(), user.passwordHash()));
    }

    /**
     * Settles an attempt to sign in, one at a time for each account; empty when it is refused.
     *
     * @param provedHash the hash that the password fits, null where it fits none; a change of the password may have
     *     replaced that hash meanwhile, which is a refusal too
     */
    public Optional<SignedIn> settleAttempt(
            long userId, String provedHash, Instant now, AccountSettings settings) {
        User user = entities.find(User.class, userId, LockModeType.PESSIMISTIC_WRITE);
        if (user == null || !user.attempt(user.passwordHash().equals(provedHash), now, settings)) {
            return Optional.empty();
        }
        return Optional.of(user.signedIn());
    }

    /**
     * Settles an attempt to change the password, one at a time for each account; a change ends the account's other
     * logins with it. Returns how many those were; empty when it is refused.
     *
     * @param keptHash of the token of the login that stays
     * @param provedHash as for an attempt to sign in
     */
    public OptionalInt settleChange(
            SignedIn who, String keptHash, String provedHash, String newHash, Instant now, AccountSettings settings) {
        User user = entities.find(User.class, who.userId(), LockModeType.PESSIMISTIC_WRITE);
        if (user == null
                || !user.changePassword(user.passwordHash().equals(provedHash), newHash, now, settings)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(entities
            .createQuery("delete from LoginSession s where s.userId = :userId and s.tokenHash <> :keptHash")
            .setParameter("userId", who.userId()).setParameter("keptHash", keptHash).executeUpdate());
    }

    /** Whether there is no account yet. */
    public boolean isEmpty() {
        return entities.createQuery("select count(u) from User u", Long.class).getSingleResult() == 0;
    }

    /** Adds an account and returns its number. */
    public long add(User user) {
        entities.persist(user);
        entities.flush();
        return user.id();
    }

    /** What signing in needs of an account. */
    public record Credentials(long userId, String passwordHash) {
    }
}
