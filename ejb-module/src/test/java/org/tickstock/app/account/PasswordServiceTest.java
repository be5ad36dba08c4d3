package org.tickstock.app.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickstock.app.Wiring.wire;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.app.ManualClock;
import org.tickstock.app.account.PasswordRefusal.Input;
import org.tickstock.app.database.TestDatabase;

@ExtendWith(TestDatabase.Resolver.class)
class PasswordServiceTest {

    private static final AccountSettings SETTINGS = AccountSettings.defaults();
    private static final PasswordHasher HASHER = new PasswordHasher();
    private static final String OLD = "old-password-1";
    private static final String NEW = "new-password-2";

    private final ManualClock clock = new ManualClock();
    private final CachedSessions logins = new CachedSessions();
    private TestDatabase database;
    private SignedIn user;
    private String token;

    @BeforeEach
    void signIn(TestDatabase shared) {
        database = shared.fresh();
        add("a@b.c");
        user = signIn("a@b.c", OLD).orElseThrow();
        token = logins.open(user.userId());
    }

    @Test
    void letsTheNewPasswordInAndTheOldOneNoMore() {
        assertThat(change(OLD, NEW)).isEmpty();

        assertThat(signIn("a@b.c", OLD)).isEmpty();
        assertThat(signIn("a@b.c", NEW)).contains(user);
    }

    @Test
    void endsTheOtherLoginsOfTheAccountAtOnceAndNobodyElses() {
        String other = logins.open(user.userId());
        String somebodys = logins.open(add("d@e.f"));
        assertThat(logins.find(other)).isPresent();

        change(OLD, NEW);

        assertThat(logins.find(other)).isEmpty();
        assertThat(logins.find(token)).isPresent();
        assertThat(logins.find(somebodys)).isPresent();
    }

    @Test
    void refusesAWrongCurrentPasswordAndChangesNothing() {
        String other = logins.open(user.userId());

        assertThat(change("wrong", NEW)).map(PasswordRefusal::input).contains(Input.CURRENT);

        assertThat(signIn("a@b.c", OLD)).isPresent();
        assertThat(logins.find(other)).isPresent();
    }

    @Test
    void countsWrongOnesTowardTheLock() {
        for (int attempt = 0; attempt < SETTINGS.maxAttempts(); attempt++) {
            change("wrong", NEW);
        }

        assertThat(signIn("a@b.c", OLD)).isEmpty();
        assertThat(change(OLD, NEW)).map(PasswordRefusal::input).contains(Input.CURRENT);

        clock.advance(Duration.ofMinutes(SETTINGS.lockoutMinutes()));
        assertThat(change(OLD, NEW)).isEmpty();
    }

    @Test
    void refusesANewPasswordThatBreaksARuleWithoutCountingIt() {
        for (int attempt = 0; attempt < SETTINGS.maxAttempts(); attempt++) {
            assertThat(change("wrong", "short")).contains(
                new PasswordRefusal(Input.NEW, "must be 8 to 64 characters, was 5"));
        }

        assertThat(change(OLD, OLD)).map(PasswordRefusal::input).contains(Input.NEW);
        assertThat(signIn("a@b.c", OLD)).isPresent();
    }

    @Test
    void isNoLogin() {
        Instant before = lastLogin();
        clock.advance(Duration.ofMinutes(1));

        change(OLD, NEW);

        assertThat(lastLogin()).isEqualTo(before);
    }

    @Test
    void refusesWhereAnotherChangeCameBetween() {
        String hash = in(entities -> users(entities).credentialsOf("a@b.c").orElseThrow().passwordHash());
        change(OLD, NEW);

        OptionalInt ended = in(entities -> users(entities)
            .settleChange(user, LoginSessions.hashOf(token), hash, "another", clock.now(), SETTINGS));

        assertThat(ended).isEmpty();
        assertThat(signIn("a@b.c", NEW)).isPresent();
    }

    @Test
    void letsNobodyInWhoseOldPasswordWasProvedBeforeTheChange() {
        String hash = in(entities -> users(entities).credentialsOf("a@b.c").orElseThrow().passwordHash());
        change(OLD, NEW);

        Optional<SignedIn> late =
            in(entities -> users(entities).settleAttempt(user.userId(), hash, clock.now(), SETTINGS));

        assertThat(late).isEmpty();
    }

    private Optional<PasswordRefusal> change(String current, String next) {
        return in(entities -> wire(new PasswordService(), users(entities),
            logins.over(entities), HASHER, SETTINGS, clock).change(user, token, current, next));
    }

    private Optional<SignedIn> signIn(String email, String password) {
        return in(entities ->
            wire(new AuthenticationService(), users(entities), HASHER, SETTINGS, clock).signIn(email, password));
    }

    private long add(String email) {
        String hash = HASHER.hash(OLD);
        return in(entities -> users(entities).add(new User(email, email, "user", hash, clock.now())));
    }

    private Instant lastLogin() {
        return in(entities ->
            entities.createQuery("select u.lastLoginAt from User u", Instant.class).getSingleResult());
    }

    private <T> T in(Function<EntityManager, T> work) {
        return database.inTransaction(work);
    }

    private static UserRepository users(EntityManager entities) {
        return wire(new UserRepository(), entities);
    }

    /** One {@link LoginSessions}, with what it remembers, over the entity manager of each transaction. */
    private final class CachedSessions {

        private final LoginSessions sessions = new LoginSessions();

        LoginSessions over(EntityManager entities) {
            return wire(sessions, wire(new LoginSessionRepository(), entities), SETTINGS, clock);
        }

        String open(long userId) {
            return in(entities -> over(entities).open(userId, "127.0.0.1", "browser"));
        }

        Optional<SignedIn> find(String token) {
            return in(entities -> over(entities).find(token));
        }
    }
}
