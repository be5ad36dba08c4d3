package org.tickstock.app.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * One login: known by the SHA-256 of its token, never by the token.
 *
 * <p>Thread: belongs to the transaction that loaded it.
 */
@Entity
@Table(name = "login_sessions")
public class LoginSession {

    private static final int USER_AGENT_LENGTH = 255;
    private static final int IP_LENGTH = 45;
    private static final Duration ACTIVITY_STEP = Duration.ofMinutes(1);

    @Id
    @Column(name = "token_hash", length = 64)
    private String tokenHash;
    @Column(name = "user_id", nullable = false)
    private long userId;
    @Column(name = "ip_address", length = IP_LENGTH)
    private String ipAddress;
    @Column(name = "user_agent", length = USER_AGENT_LENGTH)
    private String userAgent;
    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;
    @Column(name = "last_active_at", nullable = false)
    private Instant lastActiveAt;
    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt;

    /** For JPA. */
    protected LoginSession() {
    }

    /** A login that begins now. */
    LoginSession(String tokenHash, long userId, Origin origin, Instant now, Duration life) {
        this.tokenHash = tokenHash;
        this.userId = userId;
        this.ipAddress = cut(origin.ipAddress(), IP_LENGTH);
        this.userAgent = cut(origin.userAgent(), USER_AGENT_LENGTH);
        this.createdAt = now;
        this.lastActiveAt = now;
        this.expiresAt = now.plus(life);
    }

    /** Where a login came from, as far as that is known. */
    record Origin(String ipAddress, String userAgent) {
    }

    boolean isOver(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** Notes that it is in use, at most once a minute. */
    void touch(Instant now) {
        if (lastActiveAt.plus(ACTIVITY_STEP).isBefore(now)) {
            lastActiveAt = now;
        }
    }

    long userId() {
        return userId;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    private static String cut(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }
}
