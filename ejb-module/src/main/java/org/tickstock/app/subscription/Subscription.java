package org.tickstock.app.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * One subscription of one user; without an end it runs on.
 *
 * <p>Thread: belongs to the transaction that loaded it.
 */
@Entity
@Table(name = "subscriptions")
public class Subscription {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "user_id", nullable = false)
    private long userId;
    @Column(name = "subscription_type", nullable = false, length = 50)
    private String type;
    @Column(name = "subscription_tier", nullable = false, length = 50)
    private String tier;
    @Column(nullable = false, length = 50)
    private String status;
    @Column(name = "start_date", nullable = false)
    private Instant startDate;
    @Column(name = "end_date")
    private Instant endDate;
    @Column(name = "next_billing_date")
    private Instant nextBillingDate;
    @Column(name = "canceled_at")
    private Instant canceledAt;
    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;
    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    /** For JPA. */
    protected Subscription() {
    }

    private Subscription(long userId, Instant now) {
        this.userId = userId;
        this.type = "annual";
        this.tier = "premium";
        this.status = "active";
        this.startDate = now;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Everything, without an end and without a bill: what the first accounts have. */
    public static Subscription complimentary(long userId, Instant now) {
        return new Subscription(userId, now);
    }
}
