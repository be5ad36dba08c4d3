package org.tickstock.app.health;

import static org.tickstock.app.json.JsonFactory.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tickstock.app.bar.BarStatus;
import org.tickstock.app.bar.MinuteBarWriter;
import org.tickstock.app.emit.SubscriberRegistry;
import org.tickstock.app.journal.JournalStatus;
import org.tickstock.app.journal.JournalWriter;
import org.tickstock.engine.Pipeline;
import org.tickstock.engine.PipelineStatus;
import org.tickstock.engine.feed.FeedStatus;
import org.tickstock.engine.feed.MarketDataFeed;

/**
 * The ledger as JSON.
 *
 * <p>Thread: any.
 * <p>Source: docs/wire-protocol.md, sample {@code pipeline}.
 */
@ApplicationScoped
public class PipelineStatusView {

    @Inject
    private Pipeline pipeline;
    @Inject
    private MarketDataFeed feed;
    @Inject
    private SubscriberRegistry registry;
    @Inject
    private JournalWriter journal;
    @Inject
    private MinuteBarWriter bars;

    /** The body of {@code GET /api/pipeline}. */
    public JsonObject ledger() {
        JsonObject ledger =
            json(pipeline.status(), feed.status(), pipeline.log().epoch(), registry.all().size());
        return JSON.createObjectBuilder(ledger).add("journal", json(journal.status()))
            .add("bars", json(bars.status())).build();
    }

    static JsonObject json(PipelineStatus status, FeedStatus feed, long epoch, int subscribers) {
        JsonArrayBuilder stages = JSON.createArrayBuilder();
        status.stages().forEach(stage -> stages.add(json(stage)));
        return JSON.createObjectBuilder()
            .add("balanced", status.balanced())
            .add("epoch", epoch)
            .add("feed", JSON.createObjectBuilder()
                .add("provider", feed.provider())
                .add("state", feed.state().name().toLowerCase(Locale.ROOT))
                .add("detail", feed.detail())
                .add("ticks", feed.ticks()))
            .add("stages", stages)
            .add("queues", counts(status.queues()))
            .add("events", counts(status.events()))
            .add("verdicts", counts(status.verdicts()))
            .add("withheld", counts(status.withheld()))
            .add("subscribers", subscribers)
            .build();
    }

    static JsonObjectBuilder json(JournalStatus status) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
            .add("healthy", status.isHealthy())
            .add("durable_offset", status.durableOffset())
            .add("lag", status.lag())
            .add("written", status.written())
            .add("lost", status.lost())
            .add("spilled_bytes", status.spilledBytes());
        return status.trouble() == null ? json.addNull("trouble") : json.add("trouble", status.trouble());
    }

    static JsonObjectBuilder json(BarStatus status) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
            .add("written", status.written())
            .add("revised", status.revised())
            .add("pending", status.pending())
            .add("lost", status.lost())
            .add("refused", status.refused());
        return status.trouble() == null ? json.addNull("trouble") : json.add("trouble", status.trouble());
    }

    private static JsonObjectBuilder json(PipelineStatus.Stage stage) {
        JsonObjectBuilder types = JSON.createObjectBuilder();
        stage.types().forEach((type, flow) -> types.add(type, addTo(JSON.createObjectBuilder(), flow)));
        return addTo(JSON.createObjectBuilder().add("stage", stage.name()), stage.all())
            .add("balanced", stage.balanced())
            .add("types", types);
    }

    private static JsonObjectBuilder addTo(JsonObjectBuilder json, PipelineStatus.Flow flow) {
        return json
            .add("in", flow.in())
            .add("out", flow.out())
            .add("refused", counts(flow.refused()))
            .add("in_flight", flow.inFlight());
    }

    private static JsonObjectBuilder counts(Map<String, Long> counts) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        new TreeMap<>(counts).forEach(json::add);
        return json;
    }
}
