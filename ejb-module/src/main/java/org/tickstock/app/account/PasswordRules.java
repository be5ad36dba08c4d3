package org.tickstock.app.account;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a password must be.
 *
 * <p>Thread: may be shared.
 * <p>Source: accounts specification, sections 1 and 2.1; there only some signs count, here every one that is neither
 * letter nor digit does.
 */
final class PasswordRules {

    private static final int MIN_LENGTH = 8;
    private static final int MAX_LENGTH = 64;
    private static final Set<String> COMMON = Set.of("password", "password123", "12345678", "qwerty");

    private PasswordRules() {
    }

    /** What is wrong with a password, without telling it; empty when nothing is. */
    static Optional<String> faultOf(String password) {
        int length = password.codePointCount(0, password.length());
        if (length < MIN_LENGTH || length > MAX_LENGTH) {
            return Optional.of("must be " + MIN_LENGTH + " to " + MAX_LENGTH + " characters, was " + length);
        }
        if (COMMON.contains(password.toLowerCase(Locale.ROOT))) {
            return Optional.of("must not be one of the most common ones");
        }
        if (password.codePoints().noneMatch(Character::isLetter)
                || password.codePoints().noneMatch(Character::isDigit)
                || password.codePoints().allMatch(Character::isLetterOrDigit)) {
            return Optional.of("must have a letter, a digit and a sign that is neither");
        }
        return Optional.empty();
    }
}
