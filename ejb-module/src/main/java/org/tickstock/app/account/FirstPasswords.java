package org.tickstock.app.account;

import java.security.SecureRandom;
import java.util.StringJoiner;

/**
 * Makes passwords that a person can read aloud: four groups of five, without letters and digits that look alike.
 *
 * <p>Thread: may be shared. 31 signs at 20 places are 99 bits.
 */
final class FirstPasswords {

    private static final String SIGNS = "abcdefghijkmnpqrstuvwxyz2345679";
    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 5;

    private final SecureRandom random = new SecureRandom();

    /** A new one, which keeps the rules that everybody's must. */
    String next() {
        String password = draw();
        return PasswordRules.faultOf(password).isEmpty() ? password : next();
    }

    private String draw() {
        StringJoiner groups = new StringJoiner("-");
        for (int group = 0; group < GROUPS; group++) {
            StringBuilder signs = new StringBuilder();
            for (int i = 0; i < GROUP_LENGTH; i++) {
                signs.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
            groups.add(signs);
        }
        return groups.toString();
    }
}
