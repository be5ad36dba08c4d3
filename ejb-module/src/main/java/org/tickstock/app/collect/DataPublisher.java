package org.tickstock.app.collect;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.tickstock.engine.collect.EventBatch;
import org.tickstock.engine.collect.EventLog;

/**
 * Collects display events into the log; everyone else pulls.
 *
 * <p>Thread: any reads.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DataPublisher {

    @Inject
    private EventLog log;

    /** What came after this offset, at most {@code limit} events. */
    public EventBatch pull(long after, int limit) {
        return log.read(after, limit);
    }
}
