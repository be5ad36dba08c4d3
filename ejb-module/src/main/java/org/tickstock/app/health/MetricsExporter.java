package org.tickstock.app.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.tickstock.app.emit.SubscriberRegistry;
import org.tickstock.app.emit.WebSocketPublisher;
import org.tickstock.app.journal.JournalWriter;
import org.tickstock.engine.Pipeline;
import org.tickstock.engine.PipelineStatus;
import org.tickstock.engine.detect.Verdict;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.feed.FeedStatus;
import org.tickstock.engine.feed.MarketDataFeed;
import org.tickstock.engine.feed.TickRefusal;
import org.tickstock.engine.prioritize.QueueStatus;
import org.tickstock.engine.work.WorkCounters;

/**
 * Shows the ledger on {@code /metrics}; the only bean that touches MicroProfile Metrics, absent where that is.
 *
 * <p>Thread: registered once at the start; a scrape's afterwards.
 */
@ApplicationScoped
public class MetricsExporter {

    private static final List<String> TICK_REFUSALS =
        Arrays.stream(TickRefusal.values()).map(TickRefusal::wireName).toList();
    private static final Map<String, List<String>> REFUSALS = Map.of(
        "feed", TICK_REFUSALS, "detect", verdicts(false),
        "prioritize", List.of(QueueStatus.SHED, QueueStatus.FULL, QueueStatus.CLOSED),
        "work", List.of(WorkCounters.FAULT, WorkCounters.CLOSED), "emit", List.of("broken"));
    private static final List<Double> CYCLE_QUANTILES = List.of(0.5, 0.99, 1.0);
    private static final double NS_PER_S = 1e9;

    @Inject
    private MetricRegistry registry;
    @Inject
    private LedgerSnapshot ledger;
    @Inject
    private Pipeline pipeline;
    @Inject
    private MarketDataFeed feed;
    @Inject
    private SubscriberRegistry subscribers;
    /** Asked for when a scrape comes: session beans do not exist yet when the gauges are registered. */
    @Inject
    private Instance<WebSocketPublisher> publisher;
    @Inject
    private Instance<JournalWriter> journal;

    private boolean registered;

    synchronized void register(@Observes @Initialized(ApplicationScoped.class) Object started) {
        if (registered) {
            return;
        }
        registered = true;
        PipelineStatus now = pipeline.status();
        now.stages().forEach(stage -> {
            registerStage(stage.name());
            stage.types().keySet().forEach(type -> registerType(stage.name(), type));
        });
        now.queues().keySet().forEach(queue -> registry.gauge("tickstock_queue_depth",
            () -> ledger.now().queues().getOrDefault(queue, 0L), new Tag("queue", queue)));
        Stream.of(EventType.values()).filter(EventType::isDisplay).map(EventType::wireName).forEach(type ->
            registry.gauge("tickstock_events", () -> ledger.now().events().getOrDefault(type, 0L),
                new Tag("type", type)));
        verdicts(true).forEach(verdict ->
            registry.gauge("tickstock_verdicts", () -> ledger.now().verdicts().getOrDefault(verdict, 0L),
                new Tag("verdict", verdict)));
        registerFeed();
        registerJournal();
        registry.gauge("tickstock_subscribers", () -> subscribers.all().size());
        registry.gauge("tickstock_emission_cycle_seconds", () -> publisher.get().report().tookNs() / NS_PER_S);
        CYCLE_QUANTILES.forEach(share -> registry.gauge("tickstock_emission_cycle_quantile_seconds",
            () -> publisher.get().cycleQuantileNs(share) / NS_PER_S, new Tag("quantile", share.toString())));
        registry.gauge("tickstock_emission_cycles", () -> publisher.get().report().cycles());
        registry.gauge("tickstock_emission_cycles_skipped", () -> publisher.get().report().skipped());
        registry.gauge("tickstock_balanced", () -> ledger.now().balanced() ? 1 : 0);
    }

    private void registerJournal() {
        registry.gauge("tickstock_journal_durable_offset", () -> journal.get().status().durableOffset());
        registry.gauge("tickstock_journal_lag", () -> journal.get().status().lag());
        registry.gauge("tickstock_journal_written", () -> journal.get().status().written());
        registry.gauge("tickstock_journal_lost", () -> journal.get().status().lost());
        registry.gauge("tickstock_journal_spilled_bytes", () -> journal.get().status().spilledBytes());
        registry.gauge("tickstock_journal_healthy", () -> journal.get().status().isHealthy() ? 1 : 0);
    }

    private static List<String> verdicts(boolean accepted) {
        return Stream.of(Verdict.values()).filter(verdict -> verdict.isAccepted() == accepted)
            .map(Verdict::wireName).toList();
    }

    private void registerStage(String stage) {
        Tag tag = new Tag("stage", stage);
        gauge("tickstock_stage_in", stage, PipelineStatus.Stage::in, tag);
        gauge("tickstock_stage_out", stage, PipelineStatus.Stage::out, tag);
        gauge("tickstock_stage_in_flight", stage, PipelineStatus.Stage::inFlight, tag);
        REFUSALS.getOrDefault(stage, List.of()).forEach(reason -> gauge("tickstock_stage_refused", stage,
            each -> each.refused().getOrDefault(reason, 0L), tag, new Tag("reason", reason)));
    }

    private void registerType(String stage, String type) {
        Tag[] tags = {new Tag("stage", stage), new Tag("type", type)};
        gauge("tickstock_type_in", stage, each -> each.types().get(type).in(), tags);
        gauge("tickstock_type_out", stage, each -> each.types().get(type).out(), tags);
        gauge("tickstock_type_in_flight", stage, each -> each.types().get(type).inFlight(), tags);
        REFUSALS.getOrDefault(stage, List.of()).forEach(reason -> gauge("tickstock_type_refused", stage,
            each -> each.types().get(type).refused().getOrDefault(reason, 0L), tags[0], tags[1],
            new Tag("reason", reason)));
    }

    private void registerFeed() {
        registry.gauge("tickstock_feed_ticks", () -> feed.status().ticks());
        for (FeedStatus.State state : FeedStatus.State.values()) {
            registry.gauge("tickstock_feed_state", () -> feed.status().state() == state ? 1 : 0,
                new Tag("state", state.name().toLowerCase(Locale.ROOT)));
        }
    }

    private void gauge(String name, String stage, ToLongFunction<PipelineStatus.Stage> value, Tag... tags) {
        registry.gauge(name, () -> value.applyAsLong(ledger.now().stage(stage)), tags);
    }
}
