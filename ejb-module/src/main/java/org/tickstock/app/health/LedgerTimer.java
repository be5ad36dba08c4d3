package org.tickstock.app.health;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import org.tickstock.app.emit.SubscriberRegistry;
import org.tickstock.engine.Pipeline;
import org.tickstock.engine.emit.ConnectionStatus;

/**
 * Looks once a second, as often as an emission cycle runs, whether the ledger balances.
 *
 * <p>Thread: an EJB timer.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LedgerTimer {

    private static final Logger LOG = System.getLogger(LedgerTimer.class.getName());

    @Inject
    private Pipeline pipeline;
    @Inject
    private SubscriberRegistry registry;
    @Inject
    private LedgerWatch watch;

    /** One look. */
    @Schedule(second = "*", minute = "*", hour = "*", persistent = false)
    public void look() {
        String before = watch.trouble();
        try {
            watch.look(pipeline.status(), connections());
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "ledger not read", fault);
        }
        String now = watch.trouble();
        if (before == null && now != null) {
            LOG.log(Level.ERROR, "ledger does not balance: {0}", now);
        } else if (before != null && now == null) {
            LOG.log(Level.INFO, "ledger balances again");
        }
    }

    private Map<String, ConnectionStatus> connections() {
        Map<String, ConnectionStatus> connections = new HashMap<>();
        registry.all().forEach(subscriber ->
            connections.put(subscriber.connectionId(), subscriber.ledger().status(pipeline.log())));
        return connections;
    }
}
