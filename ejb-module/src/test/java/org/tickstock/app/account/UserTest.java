package org.tickstock.app.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UserTest {

    private static final AccountSettings SETTINGS = AccountSettings.defaults();

    private final User user = new User("a@b.c", "A", "user", "hash", Instant.EPOCH);
    private Instant now = Instant.parse("2013-10-08T13:30:00Z");

    @Test
    void letsTheRightPasswordIn() {
        assertThat(right()).isTrue();
    }

    @Test
    void locksAtTheFifthWrongPassword() {
        fail(4);
        assertThat(right()).isTrue();

        fail(5);

        assertThat(right()).isFalse();
    }

    @Test
    void opensAgainWhenTheLockIsOver() {
        fail(5);

        advance(SETTINGS.lockoutMinutes(), -1);
        assertThat(right()).isFalse();

        advance(0, 1);
        assertThat(right()).isTrue();
    }

    @Test
    void countsFromTheBeginningAfterALock() {
        fail(5);
        advance(SETTINGS.lockoutMinutes(), 0);

        fail(4);

        assertThat(right()).isTrue();
    }

    @Test
    void doesNotCountAttemptsWhileLocked() {
        fail(5);
        fail(50);
        advance(SETTINGS.lockoutMinutes(), 0);

        assertThat(right()).isTrue();
    }

    @Test
    void disablesForGoodAtTheThirdLock() {
        for (int lock = 0; lock < SETTINGS.maxLockouts(); lock++) {
            fail(5);
            advance(SETTINGS.lockoutMinutes(), 0);
        }

        assertThat(right()).isFalse();
        assertThat(user.mayStay()).isFalse();
    }

    private boolean right() {
        return user.attempt(true, now, SETTINGS);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(user.attempt(false, now, SETTINGS)).isFalse();
        }
    }

    private void advance(int minutes, int seconds) {
        now = now.plus(Duration.ofMinutes(minutes).plusSeconds(seconds));
    }
}
