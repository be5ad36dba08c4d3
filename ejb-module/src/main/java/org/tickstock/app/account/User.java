package org.tickstock.app.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * An account, with the rules that lock it.
 *
 * <p>Thread: belongs to the transaction that loaded it.
 * <p>Source: accounts specification, section 3.1.
 */
@Entity
@Table(name = "users")
public class User {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(nullable = false, length = 120)
    private String email;
    @Column(nullable = false, length = 50)
    private String username;
    @Column(name = "password_hash", nullable = false)
    private String passwordHash;
    @Column(nullable = false, length = 20)
    private String role;
    @Column(name = "is_active", nullable = false)
    private boolean active = true;
    @Column(name = "is_disabled", nullable = false)
    private boolean disabled;
    @Column(name = "failed_login_attempts", nullable = false)
    private int failedAttempts;
    @Column(name = "lockout_count", nullable = false)
    private int lockouts;
    @Column(name = "account_locked_until")
    private Instant lockedUntil;
    @Column(name = "last_login_at")
    private Instant lastLoginAt;
    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;
    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    /** For JPA. */
    protected User() {
    }

    /** A new account. */
    public User(String email, String username, String role, String passwordHash, Instant now) {
        this.email = email;
        this.username = username;
        this.role = role;
        this.passwordHash = passwordHash;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Settles one attempt to sign in; returns whether it is let in. */
    boolean attempt(boolean passwordMatches, Instant now, AccountSettings settings) {
        boolean isIn = proves(passwordMatches, now, settings);
        if (isIn) {
            lastLoginAt = now;
        }
        return isIn;
    }

    /** Settles one attempt to change the password; returns whether it is changed. */
    boolean changePassword(boolean passwordMatches, String newHash, Instant now, AccountSettings settings) {
        boolean mayChange = proves(passwordMatches, now, settings);
        if (mayChange) {
            passwordHash = newHash;
        }
        return mayChange;
    }

    private boolean proves(boolean passwordMatches, Instant now, AccountSettings settings) {
        if (disabled || !active || isLocked(now)) {
            return false;
        }
        if (lockedUntil != null) {
            lockedUntil = null;
            failedAttempts = 0;
        }
        updatedAt = now;
        if (passwordMatches) {
            failedAttempts = 0;
        } else {
            countFailure(now, settings);
        }
        return passwordMatches;
    }

    private boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    private void countFailure(Instant now, AccountSettings settings) {
        failedAttempts++;
        if (failedAttempts >= settings.maxAttempts()) {
            lockouts++;
            lockedUntil = now.plus(Duration.ofMinutes(settings.lockoutMinutes()));
            disabled = lockouts >= settings.maxLockouts();
        }
    }

    Long id() {
        return id;
    }

    String passwordHash() {
        return passwordHash;
    }

    boolean mayStay() {
        return active && !disabled;
    }

    SignedIn signedIn() {
        return new SignedIn(id, email, username, role);
    }
}
