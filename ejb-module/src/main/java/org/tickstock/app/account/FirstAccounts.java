package org.tickstock.app.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tickstock.app.database.DatabaseSeed;
import org.tickstock.app.subscription.Subscription;
import org.tickstock.app.subscription.SubscriptionRepository;
import org.tickstock.app.universe.UniverseRepository;
import org.tickstock.engine.time.EpochClock;
import org.tickstock.engine.universe.UniverseSelection;

/**
 * Makes one account for a user and one for an administrator when there is none at all.
 *
 * <p>Their passwords are drawn at random, kept as hashes, and told in one file that only its owner may read. A file
 * that an older database left is replaced: its passwords open nothing any more.
 * <p>Thread: the database setup's; one transaction for both accounts.
 */
@Stateless
public class FirstAccounts implements DatabaseSeed {

    private static final Logger LOG = System.getLogger(FirstAccounts.class.getName());
    private static final int ORDER = 20;
    private static final List<String> FIRST_UNIVERSES = List.of("sp500");

    @Inject
    private UserRepository users;
    @Inject
    private UniverseRepository universes;
    @Inject
    private SubscriptionRepository subscriptions;
    @Inject
    private PasswordHasher hasher;
    @Inject
    private AccountsFile file;
    @Inject
    private EpochClock clock;

    private final FirstPasswords passwords = new FirstPasswords();

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void seed() {
        if (!users.isEmpty()) {
            return;
        }
        if (file.exists()) {
            LOG.log(Level.WARNING, "accounts file of another database replaced path={0}", file.path());
        }
        Instant now = Instant.ofEpochSecond(0, clock.nowNs());
        Map<String, String> told = new LinkedHashMap<>();
        add("demo@tickstock.local", "Demo", "user", now, told);
        add("admin@tickstock.local", "Administrator", "admin", now, told);
        // Before the commit: accounts that nobody knows the password of would be there for good.
        file.write(told);
        LOG.log(Level.INFO, "first accounts made count={0} passwordsIn={1}", told.size(), file.path());
    }

    private void add(String email, String username, String role, Instant now, Map<String, String> told) {
        String password = passwords.next();
        long userId = users.add(new User(email, username, role, hasher.hash(password), now));
        universes.save(userId, new UniverseSelection(FIRST_UNIVERSES, FIRST_UNIVERSES), now);
        subscriptions.add(Subscription.complimentary(userId, now));
        told.put(email, password);
    }
}
