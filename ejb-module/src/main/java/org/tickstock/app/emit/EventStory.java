package org.tickstock.app.emit;

import static org.tickstock.app.json.JsonFactory.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import org.tickstock.app.journal.EventJournal;
import org.tickstock.app.journal.JournalledEvent;
import org.tickstock.engine.Pipeline;
import org.tickstock.engine.collect.EventCursor;
import org.tickstock.engine.emit.CycleRing.Cycle;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.event.EventTimes;
import org.tickstock.engine.universe.UniverseSelection;

/**
 * The story of one event as JSON: what it says, when it passed each stage, and what became of it for one user.
 *
 * <p>Thread: any.
 * <p>Errors: {@link org.tickstock.app.database.DatabaseUnavailableException} when only the journal could know the
 * event, and it is away.
 * <p>Units: epoch milliseconds, milliseconds since the trade was received.
 * <p>Source: docs/why.md.
 */
@ApplicationScoped
public class EventStory {

    private static final long NS_PER_MS = 1_000_000L;
    private static final double US_PER_MS = 1_000;
    private static final long NS_PER_US = 1_000;

    @Inject
    private Pipeline pipeline;
    @Inject
    private EventJournal journal;
    @Inject
    private SubscriberRegistry registry;
    @Inject
    private UniverseMatch universes;

    /** The body of {@code GET /api/events/{id}/why}; empty when neither log nor journal holds the event. */
    public Optional<JsonObject> of(String id, long userId, UniverseSelection selection) {
        return pipeline.log().find(id)
            .map(event -> new JournalledEvent(pipeline.log().epoch(), event.offset(), event.message()))
            .or(() -> journal.find(id))
            .map(event -> json(event, userId, selection));
    }

    private JsonObject json(JournalledEvent event, long userId, UniverseSelection selection) {
        DisplayMessage message = event.message();
        EventTimes times = message.times();
        JsonObjectBuilder json = JSON.createObjectBuilder()
            .add("epoch", event.epoch())
            .add("offset", event.offset())
            .add("event", bodyOf(message));
        if (times.priority() == null) {
            json.addNull("priority");
        } else {
            json.add("priority", times.priority().name());
        }
        return json.add("stages", stages(event))
            .add("you", JSON.createObjectBuilder()
                .add("universes", universes.json(message.symbolId(), message.type(), selection))
                .add("connections", connections(event, userId)))
            .build();
    }

    private JsonArrayBuilder stages(JournalledEvent event) {
        EventTimes times = event.message().times();
        long receivedNs = event.message().tsInitNs();
        Optional<Cycle> cycle = event.epoch() == pipeline.log().epoch()
            ? pipeline.emissionCycle().cycles().firstCovering(event.offset()) : Optional.empty();
        JsonArrayBuilder stages = JSON.createArrayBuilder();
        stages.add(stage("received", receivedNs, receivedNs));
        stages.add(stage("queued", times.queuedNs(), receivedNs));
        stages.add(stage("taken", times.takenNs(), receivedNs));
        stages.add(stage("converted", times.convertedNs(), receivedNs));
        stages.add(stage("collected", times.collectedNs(), receivedNs).add("offset", event.offset()));
        stages.add(stage("emission_begun", cycle.map(Cycle::startNs).orElse(0L), receivedNs));
        stages.add(stage("emission_ended", cycle.map(Cycle::endNs).orElse(0L), receivedNs));
        return stages;
    }

    private static JsonObjectBuilder stage(String name, long ns, long receivedNs) {
        JsonObjectBuilder stage = JSON.createObjectBuilder().add("stage", name);
        if (ns == 0) {
            return stage.addNull("ts_ms").addNull("after_ms");
        }
        return stage.add("ts_ms", Math.floorDiv(ns, NS_PER_MS))
            .add("after_ms", Math.floorDiv(ns - receivedNs, NS_PER_US) / US_PER_MS);
    }

    private JsonArrayBuilder connections(JournalledEvent event, long userId) {
        JsonArrayBuilder connections = JSON.createArrayBuilder();
        for (UserSubscriber subscriber : registry.all()) {
            if (subscriber.userId() == userId) {
                connections.add(JSON.createObjectBuilder()
                    .add("connection_id", subscriber.connectionId())
                    .add("after", subscriber.cursor().after())
                    .add("delivery", deliveryTo(subscriber, event)));
            }
        }
        return connections;
    }

    /** What became of the event on one connection; the selection is the one of now. */
    private String deliveryTo(UserSubscriber subscriber, JournalledEvent event) {
        EventCursor cursor = subscriber.cursor();
        if (!cursor.isStarted()) {
            return "not_started";
        }
        DisplayMessage message = event.message();
        if (!universes.matches(message.symbolId(), message.type(), subscriber.selection())) {
            return "not_in_universes";
        }
        if (cursor.epoch() > event.epoch()) {
            return "in_later_log";
        }
        if (cursor.epoch() < event.epoch() || cursor.after() < event.offset()) {
            return "waiting";
        }
        if (cursor.since() >= event.offset()) {
            return "before_connection";
        }
        boolean isThere = subscriber.ledger().isAcknowledged(cursor.epoch(), event.offset());
        return isThere ? "acknowledged" : "handed_over";
    }

    private static JsonObject bodyOf(DisplayMessage message) {
        InputStream text = new SequenceInputStream(
            new ByteArrayInputStream(new byte[] {'{'}), new ByteArrayInputStream(message.body()));
        try (JsonReader reader = JSON.createReader(text)) {
            return reader.readObject();
        }
    }
}
