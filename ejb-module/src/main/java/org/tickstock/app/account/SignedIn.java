package org.tickstock.app.account;

/**
 * A user who is signed in, as the rest of the system sees one.
 *
 * @param userId number of the account
 * @param email as the account has it
 * @param displayName what a person reads
 * @param role {@code user}, {@code moderator}, {@code admin} or {@code super}
 */
public record SignedIn(long userId, String email, String displayName, String role) {

    /** Whether they may see how the system and others' connections do. */
    public boolean isAdministrator() {
        return role.equals("admin") || role.equals("super");
    }
}
