package org.tickstock.app.emit;

/**
 * What the web floor's door lets in.
 *
 * @param maxConnections WebSockets at a time; one more is refused with 503
 * @param maxConnectionsPerUser WebSockets of one user at a time; one more is refused with 429
 * @param loginAttemptsPerMinute attempts to sign in for one e-mail from one address; one more is refused with 429
 * @param trustForwarded whether {@code X-Forwarded-For}, {@code -Host} and {@code -Proto} are believed: only right
 *     where a proxy in front sets all three itself
 */
public record WebSettings(
        int maxConnections, int maxConnectionsPerUser, int loginAttemptsPerMinute, boolean trustForwarded) {

    /** Checks the ranges. */
    public WebSettings {
        requireRange("max-connections", maxConnections, 1, 100_000);
        requireRange("max-connections-per-user", maxConnectionsPerUser, 1, 100_000);
        requireRange("login-attempts-per-minute", loginAttemptsPerMinute, 1, 10_000);
    }

    /** 1,000 connections, 20 of one user, 10 attempts a minute, no proxy. */
    public static WebSettings defaults() {
        return new WebSettings(1_000, 20, 10, false);
    }

    private static void requireRange(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                "tickstock.web." + name + " must be " + min + " to " + max + ", was " + value);
        }
    }
}
