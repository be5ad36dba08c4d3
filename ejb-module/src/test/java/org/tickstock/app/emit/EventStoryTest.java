package org.tickstock.app.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tickstock.app.Wiring;
import org.tickstock.app.database.DatabaseState;
import org.tickstock.app.database.DatabaseUnavailableException;
import org.tickstock.app.journal.EventJournal;
import org.tickstock.app.universe.TestUniverses;
import org.tickstock.engine.Pipeline;
import org.tickstock.engine.PipelineSettings;
import org.tickstock.engine.detect.HighLowDetector;
import org.tickstock.engine.detect.HighLowThresholds;
import org.tickstock.engine.handoff.Duty;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.universe.Universe;
import org.tickstock.engine.universe.UniverseIndex;
import org.tickstock.engine.universe.UniverseSelection;

class EventStoryTest {

    private static final long NS_PER_MS = 1_000_000L;
    private static final long AT_NS = 1_381_240_800_000L * NS_PER_MS;
    private static final UniverseSelection WATCHING = new UniverseSelection(List.of(), List.of("few"));
    private static final String HIGH = "AIG-2013-10-08-high-1";

    private final SymbolTable symbols = SymbolTable.of(List.of("AIG"));
    private final AtomicLong nowNs = new AtomicLong(AT_NS);
    private final Pipeline pipeline = new Pipeline(PipelineSettings.defaults(),
        List.of(new HighLowDetector(HighLowThresholds.defaults())), symbols, new NewYorkCalendar(), nowNs::get, 7);
    private final UniverseIndex index =
        UniverseIndex.of(List.of(new Universe("few", "Few", List.of("AIG"))), symbols);
    private final SubscriberRegistry registry = new SubscriberRegistry();
    private final EventStory story = Wiring.wire(new EventStory(), pipeline, registry,
        Wiring.wire(new EventJournal(), pipeline.log(), new DatabaseState()),
        Wiring.wire(new UniverseMatch(), TestUniverses.holding(index)));

    @Test
    void cannotSayThatThereIsNoEventWhileTheJournalIsAway() {
        assertThatThrownBy(() -> story.of(HIGH, 1, WATCHING)).isInstanceOf(DatabaseUnavailableException.class);
    }

    @Test
    void tellsTheStagesOfAnEventInOrder() {
        raiseHigh();
        nowNs.addAndGet(900 * NS_PER_MS);
        pipeline.emissionCycle().distribute(registry.all(), index, MarketSession.REGULAR);

        JsonObject told = story.of(HIGH, 1, WATCHING).orElseThrow();

        assertThat(told.getJsonObject("event").getString("id")).isEqualTo(HIGH);
        assertThat(told.getJsonObject("event").getJsonObject("thresholds")).isNotEmpty();
        assertThat(told.getString("priority")).isEqualTo("P2_EXTREME");
        List<JsonObject> stages = told.getJsonArray("stages").getValuesAs(JsonObject.class);
        assertThat(stages).extracting(stage -> stage.getString("stage")).containsExactly(
            "received", "queued", "taken", "converted", "collected", "emission_begun", "emission_ended");
        assertThat(stages).extracting(stage -> stage.getJsonNumber("ts_ms").longValue()).isSorted();
        assertThat(stages.get(1).getJsonNumber("after_ms").doubleValue()).isEqualTo(3);
        assertThat(stages.get(5).getJsonNumber("after_ms").doubleValue()).isEqualTo(908);
    }

    @Test
    void tellsTheCallerThroughWhichUniverseItComes() {
        raiseHigh();

        JsonObject watching = story.of(HIGH, 1, WATCHING).orElseThrow().getJsonObject("you");
        JsonObject blind = story.of(HIGH, 1, UniverseSelection.NONE).orElseThrow().getJsonObject("you");

        assertThat(watching.getJsonObject("universes").getBoolean("matches")).isTrue();
        assertThat(watching.getJsonObject("universes").getJsonArray("holding").getString(0)).isEqualTo("few");
        assertThat(blind.getJsonObject("universes").getBoolean("matches")).isFalse();
    }

    @Test
    void tellsWhatBecameOfItOnEachConnectionOfTheCaller() {
        TestConnection early = new TestConnection("early", 1, WATCHING);
        TestConnection there = new TestConnection("there", 1, WATCHING);
        TestConnection blind = new TestConnection("blind", 1, UniverseSelection.NONE);
        TestConnection full = new TestConnection("full", 1, WATCHING);
        TestConnection foreign = new TestConnection("foreign", 2, WATCHING);
        full.isBusy = true;
        registry.add(early);
        registry.add(there);
        registry.add(blind);
        registry.add(full);
        registry.add(foreign);
        pipeline.emissionCycle().distribute(registry.all(), index, MarketSession.REGULAR);
        raiseHigh();
        pipeline.emissionCycle().distribute(registry.all(), index, MarketSession.REGULAR);
        there.ledger.acknowledge(7, 1, nowNs.get());
        TestConnection late = new TestConnection("late", 1, WATCHING);
        late.cursor.enter(7, 1);
        registry.add(late);
        registry.add(new TestConnection("new", 1, WATCHING));

        Set<String> deliveries = story.of(HIGH, 1, WATCHING).orElseThrow().getJsonObject("you")
            .getJsonArray("connections").getValuesAs(JsonObject.class).stream()
            .map(each -> each.getString("connection_id") + " " + each.getString("delivery"))
            .collect(Collectors.toSet());

        assertThat(deliveries).containsExactlyInAnyOrder("early handed_over", "there acknowledged",
            "blind not_in_universes", "full waiting", "late before_connection", "new not_started");
    }

    private void raiseHigh() {
        trade(50_000_000L, AT_NS);
        trade(51_000_000L, AT_NS + 5 * NS_PER_MS);
        nowNs.set(AT_NS + 8 * NS_PER_MS);
        pipeline.laneDuties().forEach(Duty::doWork);
        nowNs.addAndGet(NS_PER_MS);
        pipeline.newWorkerDuty().doWork();
        nowNs.addAndGet(4 * NS_PER_MS);
        pipeline.collect();
    }

    private void trade(long priceMicros, long ns) {
        pipeline.feedListener().onTick(new Tick().trade(0, priceMicros, 100_000_000L, 0, ns, ns));
    }
}
