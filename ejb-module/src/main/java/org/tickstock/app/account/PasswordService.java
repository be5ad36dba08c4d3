package org.tickstock.app.account;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.tickstock.app.account.PasswordRefusal.Input;
import org.tickstock.app.account.UserRepository.Credentials;
import org.tickstock.app.database.NeedsDatabase;
import org.tickstock.engine.time.EpochClock;

/**
 * Changes a person's own password.
 *
 * <p>A wrong current password counts toward the lock as a wrong one at the door does: a browser left open must not be
 * a way to guess. A change ends every other login of the account.
 * <p>Thread: any. No transaction is open while a password is hashed.
 * <p>Errors: {@link org.tickstock.app.database.DatabaseUnavailableException} while the database is away.
 */
@Stateless
@NeedsDatabase
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PasswordService {

    private static final Logger LOG = System.getLogger(PasswordService.class.getName());

    @Inject
    private UserRepository users;
    @Inject
    private LoginSessions logins;
    @Inject
    private PasswordHasher hasher;
    @Inject
    private AccountSettings settings;
    @Inject
    private EpochClock clock;

    /** Puts {@code next} in place of {@code current} and keeps the login of {@code token} alone; or says why not. */
    public Optional<PasswordRefusal> change(SignedIn user, String token, String current, String next) {
        Optional<PasswordRefusal> fault = faultOf(current, next);
        if (fault.isPresent()) {
            return fault;
        }
        String provedHash = users.credentialsOf(user.email())
            .map(Credentials::passwordHash).filter(hash -> hasher.matches(current, hash)).orElse(null);
        String newHash = provedHash == null ? null : hasher.hash(next);
        Instant now = Instant.ofEpochSecond(0, clock.nowNs());
        OptionalInt ended =
            users.settleChange(user, LoginSessions.hashOf(token), provedHash, newHash, now, settings);
        String userId = Long.toString(user.userId());
        if (ended.isEmpty()) {
            LOG.log(Level.WARNING, "password change refused userId={0}", userId);
            return Optional.of(new PasswordRefusal(
                Input.CURRENT, "must be the account's password, and the account must not be locked"));
        }
        logins.doubtOthers(user.userId(), token);
        LOG.log(Level.INFO, "password changed userId={0} loginsEnded={1}", userId, ended.getAsInt());
        return Optional.empty();
    }

    private static Optional<PasswordRefusal> faultOf(String current, String next) {
        return PasswordRules.faultOf(next)
            .or(() -> next.equals(current) ? Optional.of("must not be the password of now") : Optional.empty())
            .map(detail -> new PasswordRefusal(Input.NEW, detail));
    }
}
