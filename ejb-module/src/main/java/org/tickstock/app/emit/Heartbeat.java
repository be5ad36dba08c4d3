package org.tickstock.app.emit;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Tells every connection every two seconds how feed and market stand.
 *
 * <p>Thread: an EJB timer.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Heartbeat {

    private static final Logger LOG = System.getLogger(Heartbeat.class.getName());

    @Inject
    private SubscriberRegistry registry;
    @Inject
    private StatusFrames frames;

    /** One beat. */
    @Schedule(second = "*/2", minute = "*", hour = "*", persistent = false)
    public void beat() {
        try {
            if (!registry.all().isEmpty()) {
                registry.sendToAll(frames.statusUpdate());
            }
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "heartbeat failed", fault);
        }
    }
}
