package org.tickstock.app.universe;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * One universe that one user watches with one tracker.
 *
 * <p>Thread: belongs to the transaction that loaded it.
 */
@Entity
@Table(name = "user_universe_selections")
public class UserUniverseEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "user_id", nullable = false)
    private long userId;
    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    private Tracker tracker;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "universe_id", nullable = false)
    private UniverseEntity universe;
    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    /** For JPA. */
    protected UserUniverseEntity() {
    }

    /** A new pick. */
    UserUniverseEntity(long userId, Tracker tracker, UniverseEntity universe, Instant now) {
        this.userId = userId;
        this.tracker = tracker;
        this.universe = universe;
        this.createdAt = now;
    }

    Tracker tracker() {
        return tracker;
    }

    String universeName() {
        return universe.name();
    }
}
