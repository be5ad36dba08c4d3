package org.tickstock.app.emit;

import org.tickstock.engine.emit.ConnectionStatus;

/**
 * A connection that closed.
 *
 * @param connectionId its name
 * @param userId whose it was
 * @param email the same by name
 * @param openedNs when it opened, nanoseconds UTC
 * @param heardNs when anything came from the client last
 * @param closedNs when it closed
 * @param departure how
 * @param ledger what had become of the events by then
 */
public record ClosedConnection(String connectionId, long userId, String email, long openedNs, long heardNs,
        long closedNs, Departure departure, ConnectionStatus ledger) {

    ClosedConnection(UserSubscriber subscriber, ConnectionStatus ledger, long closedNs) {
        this(subscriber.connectionId(), subscriber.userId(), subscriber.email(), subscriber.openedNs(),
            subscriber.heardNs(), closedNs, subscriber.departure(), ledger);
    }
}
