package org.tickstock.app.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickstock.app.Wiring.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.app.ManualClock;
import org.tickstock.app.database.TestDatabase;

@ExtendWith(TestDatabase.Resolver.class)
class LoginSessionsTest {

    private static final AccountSettings SETTINGS = AccountSettings.defaults();

    private final ManualClock clock = new ManualClock();
    private final SharedSessions repository = new SharedSessions();
    private TestDatabase database;
    private LoginSessions sessions;
    private long userId;

    @BeforeEach
    void addUser(TestDatabase shared) {
        database = shared.fresh();
        sessions = anotherServer();
        userId = database.inTransaction(entities -> wire(new UserRepository(), entities)
            .add(new User("a@b.c", "A", "user", "hash", clock.now())));
    }

    @Test
    void findsWhoHoldsTheToken() {
        String token = sessions.open(userId, "127.0.0.1", "browser");

        assertThat(sessions.find(token)).map(SignedIn::email).hasValue("a@b.c");
        assertThat(sessions.find(token + "x")).isEmpty();
    }

    @Test
    void outlivesARestart() {
        String token = sessions.open(userId, "127.0.0.1", "browser");

        assertThat(anotherServer().find(token)).isPresent();
    }

    @Test
    void keepsOnlyAHashOfTheToken() {
        String token = sessions.open(userId, null, "x".repeat(1_000));

        List<?> kept = database.inTransaction(entities ->
            entities.createNativeQuery("SELECT token_hash FROM login_sessions").getResultList());

        assertThat(kept).singleElement().asString().hasSize(64).isNotEqualTo(token);
        assertThat(token).hasSize(43);
    }

    @Test
    void endsWithTheLogout() {
        String token = sessions.open(userId, "127.0.0.1", "browser");
        sessions.find(token);

        sessions.end(token);

        assertThat(sessions.find(token)).isEmpty();
        assertThat(anotherServer().find(token)).isEmpty();
    }

    @Test
    void endsWhenItsTimeIsOver() {
        String token = sessions.open(userId, "127.0.0.1", "browser");
        clock.advance(Duration.ofHours(SETTINGS.sessionHours()).minusSeconds(1));
        assertThat(sessions.find(token)).isPresent();

        clock.advance(Duration.ofSeconds(1));

        assertThat(sessions.find(token)).isEmpty();
    }

    @Test
    void believesAFoundSessionForFiveSeconds() {
        String token = sessions.open(userId, "127.0.0.1", "browser");
        sessions.find(token);
        database.execute("UPDATE users SET is_disabled = true");

        clock.advance(Duration.ofMillis(4_999));
        assertThat(sessions.find(token)).isPresent();

        clock.advance(Duration.ofMillis(1));
        assertThat(sessions.find(token)).isEmpty();
    }

    @Test
    void clearsSessionsThatAreOverAtTheNextLogin() {
        sessions.open(userId, "127.0.0.1", "browser");
        clock.advance(Duration.ofHours(SETTINGS.sessionHours()));

        sessions.open(userId, "127.0.0.1", "browser");

        assertThat(database.<List<?>>inTransaction(entities ->
            entities.createNativeQuery("SELECT 1 FROM login_sessions").getResultList())).hasSize(1);
    }

    private LoginSessions anotherServer() {
        return wire(new LoginSessions(), repository, SETTINGS, clock);
    }

    /** The repository with a transaction for each call, as the container gives it. */
    private final class SharedSessions extends LoginSessionRepository {

        @Override
        public void open(String hash, long user, LoginSession.Origin origin, Instant now, Duration life) {
            database.inTransaction(entities -> {
                wire(new LoginSessionRepository(), entities).open(hash, user, origin, now, life);
                return null;
            });
        }

        @Override
        public Optional<Found> find(String hash, Instant now) {
            return database.inTransaction(entities -> wire(new LoginSessionRepository(), entities).find(hash, now));
        }

        @Override
        public void end(String hash) {
            database.inTransaction(entities -> {
                wire(new LoginSessionRepository(), entities).end(hash);
                return null;
            });
        }
    }
}
