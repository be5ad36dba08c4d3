package org.tickstock.app.emit;

import static org.tickstock.app.json.JsonFactory.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongPredicate;
import org.tickstock.app.universe.UniverseIndexHolder;
import org.tickstock.engine.collect.EventLog;
import org.tickstock.engine.emit.ConnectionStatus;
import org.tickstock.engine.time.EpochClock;

/**
 * The ledgers of connections as JSON: what became of every event for each of them.
 *
 * <p>Thread: any.
 * <p>Units: epoch milliseconds, milliseconds.
 * <p>Source: docs/wire-protocol.md, sample {@code connections}.
 */
@ApplicationScoped
public class ConnectionView {

    private static final long NS_PER_MS = 1_000_000L;
    private static final double US_PER_MS = 1_000;
    private static final long NS_PER_US = 1_000;

    @Inject
    private SubscriberRegistry registry;
    @Inject
    private EventLog log;
    @Inject
    private UniverseIndexHolder universes;
    @Inject
    private EpochClock clock;

    /** The body of {@code GET /api/connections}. */
    public JsonObject all() {
        return of(userId -> true);
    }

    /** The body of {@code GET /api/me/connections}. */
    public JsonObject of(long user) {
        return of(userId -> userId == user);
    }

    private JsonObject of(LongPredicate users) {
        List<UserSubscriber> open = registry.all().stream()
            .filter(subscriber -> users.test(subscriber.userId()))
            .sorted(Comparator.comparingLong(UserSubscriber::openedNs).thenComparing(UserSubscriber::connectionId))
            .toList();
        JsonArrayBuilder connections = JSON.createArrayBuilder();
        open.forEach(subscriber -> connections.add(json(subscriber)));
        JsonArrayBuilder closed = JSON.createArrayBuilder();
        registry.closed().stream().filter(connection -> users.test(connection.userId()))
            .forEach(connection -> closed.add(json(connection)));
        return JSON.createObjectBuilder()
            .add("server_time_ms", clock.nowNs() / NS_PER_MS)
            .add("epoch", log.epoch())
            .add("last", log.lastOffset())
            .add("connections", connections)
            .add("closed", closed)
            .build();
    }

    private JsonObjectBuilder json(UserSubscriber subscriber) {
        return JSON.createObjectBuilder()
            .add("connection_id", subscriber.connectionId())
            .add("email", subscriber.email())
            .add("opened_ms", subscriber.openedNs() / NS_PER_MS)
            .add("heard_ms", subscriber.heardNs() / NS_PER_MS)
            .add("symbol_count", universes.current().symbolCount(subscriber.selection()))
            .add("ledger", json(subscriber.ledger().status(log)));
    }

    private static JsonObjectBuilder json(ClosedConnection connection) {
        return JSON.createObjectBuilder()
            .add("connection_id", connection.connectionId())
            .add("email", connection.email())
            .add("opened_ms", connection.openedNs() / NS_PER_MS)
            .add("heard_ms", connection.heardNs() / NS_PER_MS)
            .add("closed_ms", connection.closedNs() / NS_PER_MS)
            .add("code", connection.departure().code())
            .add("reason", connection.departure().reason())
            .add("ledger", json(connection.ledger()));
    }

    static JsonObjectBuilder json(ConnectionStatus status) {
        return JSON.createObjectBuilder()
            .add("epoch", status.epoch())
            .add("after", status.after())
            .add("offered", status.offered())
            .add("filtered_out", status.filtered())
            .add("sent", status.sent())
            .add("in_flight", status.inFlight())
            .add("waiting", status.waiting())
            .add("in_gaps", status.inGaps())
            .add("gaps", status.gaps())
            .add("broken", status.broken())
            .add("lost", status.lost())
            .add("balanced", status.balanced())
            .add("skipped_cycles", status.skippedCycles())
            .add("acknowledged", status.acknowledged())
            .add("ack_offset", status.ackAtNs() == 0 ? JsonValue.NULL : JSON.createValue(status.ackOffset()))
            .add("ack_ms", status.ackAtNs() == 0 ? JsonValue.NULL : JSON.createValue(status.ackAtNs() / NS_PER_MS))
            .add("ack_latency_ms", status.ackLatencyNs() < 0
                ? JsonValue.NULL : JSON.createValue(status.ackLatencyNs() / NS_PER_US / US_PER_MS));
    }
}
