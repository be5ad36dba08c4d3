package org.tickstock.app.emit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tickstock.app.Wiring;
import org.tickstock.app.universe.TestUniverses;
import org.tickstock.engine.Pipeline;
import org.tickstock.engine.PipelineSettings;
import org.tickstock.engine.detect.HighLowDetector;
import org.tickstock.engine.detect.HighLowThresholds;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.handoff.Duty;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.universe.Universe;
import org.tickstock.engine.universe.UniverseIndex;
import org.tickstock.engine.universe.UniverseSelection;

@Timeout(20)
class MomentStoryTest {

    private static final long AT_MS = 1_381_240_800_000L;
    private static final UniverseSelection WATCHING = new UniverseSelection(List.of(), List.of("few"));

    private final SymbolTable symbols = SymbolTable.of(List.of("AIG", "BAC"));
    private final Pipeline pipeline = pipeline(16);
    private final UniverseIndex index =
        UniverseIndex.of(List.of(new Universe("few", "Few", List.of("AIG"))), symbols);

    @Test
    void namesTheEventThatWasRaised() throws Exception {
        trade(50, 0, 0);
        trade(51, 5_000, 0);

        JsonObject told = ask("aig", EventType.HIGH, AT_MS + 5_000);

        assertThat(told.getString("answer")).isEqualTo("raised");
        assertThat(told.getString("event_id")).isEqualTo("AIG-2013-10-08-high-1");
        assertThat(told.getJsonObject("you").getJsonObject("universes").getBoolean("matches")).isTrue();
        assertThat(told.getJsonObject("recorded").getString("trade_date")).isEqualTo("2013-10-08");
    }

    @Test
    void namesTheGatesThatDidNotPass() throws Exception {
        trade(50, 0, 0);
        trade(50.02, 5_000, 0);

        JsonObject told = ask("AIG", EventType.HIGH, AT_MS + 5_000);

        assertThat(told.getString("answer")).isEqualTo("stopped_by_rule");
        assertThat(told.get("event_id")).isEqualTo(JsonValue.NULL);
        assertThat(told.getJsonArray("gates").getValuesAs(JsonObject.class))
            .filteredOn(gate -> !gate.getBoolean("passed"))
            .extracting(gate -> gate.getString("way") + " " + gate.getJsonNumber("value") + " "
                + gate.getString("relation") + " " + gate.getJsonNumber("needed"))
            .containsExactly("dollars 0.02 >= 0.05", "percent 0.04 >= 0.08");
        assertThat(told.getJsonArray("gates").getJsonObject(2).get("value")).as("never before")
            .isEqualTo(JsonValue.NULL);
    }

    @Test
    void namesTheConditionOfThePrint() throws Exception {
        trade(50, 0, 0);
        trade(51, 5_000, 1L << 37);

        JsonObject told = ask("AIG", EventType.HIGH, AT_MS + 5_900);

        assertThat(told.getString("answer")).isEqualTo("condition");
        assertThat(told.getJsonObject("print").getString("verdict")).isEqualTo("condition");
        assertThat(told.getJsonObject("print").get("condition")).isNotEqualTo(JsonValue.NULL);
        assertThat(told.getJsonArray("gates")).isEmpty();
    }

    @Test
    void saysWhatItDoesNotKnow() throws Exception {
        trade(50, 0, 0);

        assertThat(ask("AIG", EventType.HIGH, AT_MS + 70_000).getString("answer")).isEqualTo("no_trade");
        assertThat(ask("BAC", EventType.HIGH, AT_MS).getString("answer")).isEqualTo("not_recorded");
        assertThat(story().of("NOBODY", EventType.HIGH, AT_MS, WATCHING)).isEmpty();
    }

    private JsonObject ask(String symbol, EventType type, long atMs) throws ExecutionException, InterruptedException {
        AtomicBoolean isAnswered = new AtomicBoolean();
        CompletableFuture<JsonObject> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return story().of(symbol, type, atMs, WATCHING).orElseThrow();
            } catch (TimeoutException late) {
                throw new IllegalStateException(late);
            } finally {
                isAnswered.set(true);
            }
        });
        while (!isAnswered.get()) {
            pipeline.laneDuties().forEach(Duty::doWork);
        }
        return answer.get();
    }

    private MomentStory story() {
        return Wiring.wire(new MomentStory(), pipeline,
            Wiring.wire(new UniverseMatch(), TestUniverses.holding(index)));
    }

    private void trade(double usd, long afterMs, long conditions) {
        long ns = (AT_MS + afterMs) * 1_000_000L;
        pipeline.feedListener().onTick(
            new Tick().trade(0, Math.round(usd * 1e6), 100_000_000L, conditions, ns, ns));
        pipeline.laneDuties().forEach(Duty::doWork);
    }

    private Pipeline pipeline(int megabytes) {
        PipelineSettings usual = PipelineSettings.defaults();
        PipelineSettings recording = new PipelineSettings(
            usual.detect().withWhyMemoryMb(megabytes), usual.prioritize(), usual.work(), usual.collect());
        return new Pipeline(recording, List.of(new HighLowDetector(HighLowThresholds.defaults())), symbols,
            new NewYorkCalendar(), () -> AT_MS * 1_000_000L, 7);
    }
}
