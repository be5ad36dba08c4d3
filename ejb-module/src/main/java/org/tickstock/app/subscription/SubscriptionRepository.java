package org.tickstock.app.subscription;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Writes subscriptions.
 *
 * <p>Thread: any; one transaction a call.
 */
@Stateless
public class SubscriptionRepository {

    @PersistenceContext(unitName = "tickstock")
    private EntityManager entities;

    /** Adds one. */
    public void add(Subscription subscription) {
        entities.persist(subscription);
    }
}
