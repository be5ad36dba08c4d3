package org.tickstock.app.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHasherTest {

    private final PasswordHasher hasher = new PasswordHasher();

    @Test
    void keepsParametersAndSaltInTheHash() {
        String hash = hasher.hash("correct horse");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").hasSizeLessThan(255);
        assertThat(hasher.hash("correct horse")).isNotEqualTo(hash);
    }

    @Test
    void tellsThePasswordFromEveryOther() {
        String hash = hasher.hash("correct horse");

        assertThat(hasher.matches("correct horse", hash)).isTrue();
        assertThat(hasher.matches("Correct horse", hash)).isFalse();
        assertThat(hasher.matches("", hash)).isFalse();
        assertThat(hasher.matches("correct horse", hasher.nobodysHash())).isFalse();
    }

    @Test
    void makesFirstPasswordsThatDifferAndAreLongEnough() {
        FirstPasswords passwords = new FirstPasswords();

        String one = passwords.next();

        assertThat(one).matches("([a-z2-9]{5}-){3}[a-z2-9]{5}").hasSizeGreaterThanOrEqualTo(16);
        assertThat(passwords.next()).isNotEqualTo(one);
    }
}
