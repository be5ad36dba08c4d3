package org.tickstock.it.fault;

import java.util.ArrayList;
import java.util.List;

/**
 * The clients that are accounted for after a fault.
 *
 * <p>Thread: the test's.
 */
final class Crowd implements AutoCloseable {

    private final Stand stand;
    private final List<ResumingClient> clients = new ArrayList<>();

    Crowd(Stand stand) {
        this.stand = stand;
    }

    /** So many more, from the newest event on, watching one thing and another in turn; returns those. */
    List<ResumingClient> join(int count) {
        return join(count, stand.end());
    }

    /** So many more, from here on; returns those. */
    List<ResumingClient> join(int count, LogEnd from) {
        List<ResumingClient> joined = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            joined.add(new ResumingClient(stand.watches().get(i % stand.watches().size()), from));
        }
        joined.forEach(this::add);
        return joined;
    }

    /** One more. */
    void add(ResumingClient client) {
        clients.add(client);
        client.tend();
    }

    List<ResumingClient> clients() {
        return clients;
    }

    /** Whoever lost the connection comes back. */
    void tend() {
        clients.forEach(ResumingClient::tend);
    }

    /** Whether everyone has a connection; who has none tries again. */
    boolean isConnected() {
        tend();
        return clients.stream().allMatch(ResumingClient::isConnected);
    }

    /** Whether everyone has got everything up to there, or was told. */
    boolean hasCovered(LogEnd end) {
        tend();
        return clients.stream().allMatch(client -> client.hasCovered(end));
    }

    /** The greatest offset of this log that anyone got, 0 for none. */
    long lastSeenOf(long epoch) {
        return clients.stream().flatMap(client -> client.deliveries().stream())
                .filter(delivery -> delivery.epoch() == epoch).mapToLong(Delivery::offset).max().orElse(0);
    }

    @Override
    public void close() {
        clients.forEach(ResumingClient::close);
    }
}
