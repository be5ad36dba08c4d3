package org.tickstock.app.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickstock.app.Wiring.wire;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tickstock.app.ManualClock;
import org.tickstock.app.database.TestDatabase;
import org.tickstock.app.subscription.SubscriptionRepository;
import org.tickstock.app.universe.UniverseRepository;
import org.tickstock.engine.universe.Universe;
import org.tickstock.engine.universe.UniverseSelection;

@ExtendWith(TestDatabase.Resolver.class)
class AccountsTest {

    private static final String DEMO = "demo@tickstock.local";
    private static final AccountSettings SETTINGS = AccountSettings.defaults();
    private static final PasswordHasher HASHER = new PasswordHasher();

    @TempDir
    private Path folder;
    private final ManualClock clock = new ManualClock();
    private AccountsFile file;
    private TestDatabase database;

    @BeforeEach
    void makeFirstAccounts(TestDatabase shared) {
        database = shared.fresh();
        file = new AccountsFile(folder.resolve("accounts.properties"));
        in(entities -> wire(new UniverseRepository(), entities)
            .addMissing(List.of(new Universe("sp500", "S&P 500", List.of("AAPL", "BAC"))), clock.now()));
        seed();
    }

    @Test
    void signsInWithThePasswordOfTheFile() {
        SignedIn demo = signIn(DEMO, password(DEMO)).orElseThrow();
        SignedIn admin = signIn(" ADMIN@tickstock.LOCAL ", password("admin@tickstock.local")).orElseThrow();

        assertThat(demo.role()).isEqualTo("user");
        assertThat(demo.email()).isEqualTo(DEMO);
        assertThat(admin.role()).isEqualTo("admin");
    }

    @Test
    void firstAccountsWatchTheStandardUniverse() {
        long demo = signIn(DEMO, password(DEMO)).orElseThrow().userId();

        UniverseSelection picked = in(entities -> wire(new UniverseRepository(), entities).selectionOf(demo));

        assertThat(picked).isEqualTo(new UniverseSelection(List.of("sp500"), List.of("sp500")));
    }

    @Test
    void makesNoAccountsASecondTime() {
        String before = password(DEMO);

        seed();

        assertThat(password(DEMO)).isEqualTo(before);
        assertThat(signIn(DEMO, before)).isPresent();
    }

    @Test
    void makesNewPasswordsForANewDatabase() {
        String before = password(DEMO);
        database.fresh();
        in(entities -> wire(new UniverseRepository(), entities)
            .addMissing(List.of(new Universe("sp500", "S&P 500", List.of("AAPL"))), clock.now()));

        seed();

        assertThat(password(DEMO)).isNotEqualTo(before);
        assertThat(signIn(DEMO, before)).isEmpty();
        assertThat(signIn(DEMO, password(DEMO))).isPresent();
    }

    @Test
    void keepsNoPasswordInTheDatabase() {
        List<?> hashes = in(entities -> entities.createNativeQuery("SELECT password_hash FROM users").getResultList());

        assertThat(hashes).hasSize(2).allSatisfy(hash ->
            assertThat(hash.toString()).startsWith("$argon2id$").doesNotContain(password(DEMO)));
    }

    @Test
    void refusesUnknownEmailsAndWrongPasswordsAlike() {
        assertThat(signIn("nobody@tickstock.local", password(DEMO))).isEmpty();
        assertThat(signIn(DEMO, "wrong")).isEmpty();
    }

    @Test
    void keepsTheLockInTheDatabase() {
        for (int attempt = 0; attempt < SETTINGS.maxAttempts(); attempt++) {
            signIn(DEMO, "wrong");
        }

        assertThat(signIn(DEMO, password(DEMO))).isEmpty();

        clock.advance(Duration.ofMinutes(SETTINGS.lockoutMinutes()));
        assertThat(signIn(DEMO, password(DEMO))).isPresent();
    }

    private Optional<SignedIn> signIn(String email, String password) {
        return in(entities -> wire(new AuthenticationService(),
            wire(new UserRepository(), entities), HASHER, SETTINGS, clock).signIn(email, password));
    }

    private void seed() {
        in(entities -> {
            wire(new FirstAccounts(), wire(new UserRepository(), entities), wire(new UniverseRepository(), entities),
                wire(new SubscriptionRepository(), entities), HASHER, file, clock).seed();
            return null;
        });
    }

    private <T> T in(Function<EntityManager, T> work) {
        return database.inTransaction(work);
    }

    private String password(String email) {
        Properties passwords = new Properties();
        try (Reader text = Files.newBufferedReader(file.path())) {
            passwords.load(text);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return passwords.getProperty(email);
    }
}
