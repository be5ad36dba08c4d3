package org.tickstock.app.account;

/**
 * When an account is locked, and how long a login lasts.
 *
 * @param maxAttempts wrong passwords before a lock
 * @param lockoutMinutes how long a lock lasts
 * @param maxLockouts locks before the account is disabled; only an administrator opens it again
 * @param sessionHours how long a login session lasts
 */
public record AccountSettings(int maxAttempts, int lockoutMinutes, int maxLockouts, int sessionHours) {

    /** Checks the ranges. */
    public AccountSettings {
        requireRange("max-attempts", maxAttempts, 1, 100);
        requireRange("lockout-minutes", lockoutMinutes, 1, 1_440);
        requireRange("max-lockouts", maxLockouts, 1, 100);
        requireRange("session-hours", sessionHours, 1, 720);
    }

    /** 5 wrong passwords lock for 20 minutes, 3 locks disable, a login lasts a day. */
    public static AccountSettings defaults() {
        return new AccountSettings(5, 20, 3, 24);
    }

    private static void requireRange(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                "tickstock.account." + name + " must be " + min + " to " + max + ", was " + value);
        }
    }
}
