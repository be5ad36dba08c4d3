package org.tickstock.app.account;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.tickstock.app.account.UserRepository.Credentials;
import org.tickstock.app.database.NeedsDatabase;
import org.tickstock.engine.time.EpochClock;

/**
 * Checks who signs in.
 *
 * <p>The answer is the same, and takes the same time, whether the e-mail is unknown, the password wrong or the account
 * locked: none of that is a stranger's business.
 * <p>Thread: any. No transaction is open while a password is hashed.
 * <p>Errors: {@link org.tickstock.app.database.DatabaseUnavailableException} while the database is away.
 */
@Stateless
@NeedsDatabase
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuthenticationService {

    @Inject
    private UserRepository users;
    @Inject
    private PasswordHasher hasher;
    @Inject
    private AccountSettings settings;
    @Inject
    private EpochClock clock;

    /** The user with this e-mail and password; empty when they do not fit or the account may not sign in now. */
    public Optional<SignedIn> signIn(String email, String password) {
        Optional<Credentials> known = users.credentialsOf(email);
        String hash = known.map(Credentials::passwordHash).orElseGet(hasher::nobodysHash);
        String provedHash = hasher.matches(password, hash) ? hash : null;
        Instant now = Instant.ofEpochSecond(0, clock.nowNs());
        return known.flatMap(account -> users.settleAttempt(account.userId(), provedHash, now, settings));
    }
}
