package org.tickstock.app.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tickstock.app.Wiring;
import org.tickstock.engine.Pipeline;
import org.tickstock.engine.PipelineSettings;
import org.tickstock.engine.detect.SymbolDay;
import org.tickstock.engine.detect.SymbolDay.Extreme;
import org.tickstock.engine.detect.SymbolDay.SessionExtremes;
import org.tickstock.engine.detect.Verdict;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;

class SymbolExtremesTest {

    private static final Pattern SAMPLE =
        Pattern.compile("### symbol_extremes\\n.*?```json\\n(.*?)```", Pattern.DOTALL);
    private static final int TRADE_DAY = 15_986;
    private static final long NS_PER_MS = 1_000_000L;

    private final Pipeline pipeline = new Pipeline(PipelineSettings.defaults(), List.of(),
        SymbolTable.of(List.of("AIG")), new NewYorkCalendar(), () -> 1, 1);
    private final SymbolExtremes extremes = Wiring.wire(new SymbolExtremes(), pipeline);

    @Test
    void writesTheDocumentedSample() throws IOException {
        SessionExtremes regular = sessionLikeTheSample("REGULAR");
        SymbolDay day = new SymbolDay(0, "AIG", TRADE_DAY, List.of(regular, sessionLikeTheSample(SymbolDay.DAY)));

        assertThat(SymbolExtremes.json(day)).isEqualTo(sample());
    }

    @Test
    void saysWhatIsNotKnownByNull() {
        Extreme forgotten = new Extreme(49_610_000L, 0, Verdict.ELIGIBLE);
        SessionExtremes session = new SessionExtremes("PRE", forgotten, null, null, null, 0);

        JsonObject json = SymbolExtremes.json(new SymbolDay(0, "AIG", TRADE_DAY, List.of(session)))
            .getJsonArray("sessions").getJsonObject(0);

        JsonObject high = json.getJsonObject("high");
        assertThat(high.getJsonObject("official").get("ts_ms")).isEqualTo(JsonValue.NULL);
        assertThat(high.get("live")).isEqualTo(JsonValue.NULL);
        assertThat(high.getString("differs")).isEqualTo("not_known");
        assertThat(json.getJsonObject("low").get("differs")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void knowsNothingOfASymbolThatIsInNoTable() throws TimeoutException {
        assertThat(extremes.of("NOBODY")).isEmpty();
    }

    @Test
    void givesUpOnALaneThatStandsStill() {
        assertThatThrownBy(() -> extremes.of("aig", 0)).isInstanceOf(TimeoutException.class);
    }

    @Test
    void asksTheLaneThatOwnsTheSymbol() throws Exception {
        long atNs = Instant.parse("2013-10-08T14:00:00Z").getEpochSecond() * 1_000_000_000L;
        pipeline.feedListener().onTick(new Tick().trade(0, 49_610_000L, 100_000_000L, 0, atNs, atNs));
        pipeline.laneDuties().forEach(lane -> lane.doWork());

        var asked = pipeline.dayOf(0);
        pipeline.laneDuties().forEach(lane -> lane.doWork());

        assertThat(SymbolExtremes.json(asked.get()).getJsonArray("sessions").getValuesAs(JsonObject.class))
            .extracting(session -> session.getString("session")).containsExactly("REGULAR", "DAY");
    }

    private static SessionExtremes sessionLikeTheSample(String name) {
        Extreme low = new Extreme(49_200_000L, 1_381_239_001_000L * NS_PER_MS, Verdict.ELIGIBLE);
        return new SessionExtremes(name, new Extreme(49_700_000L, 1_381_239_060_000L * NS_PER_MS, Verdict.LATE), low,
            new Extreme(49_610_000L, 1_381_238_999_100L * NS_PER_MS, Verdict.ELIGIBLE), low, 1_204_300_000_000L);
    }

    private static JsonObject sample() throws IOException {
        Matcher sample = SAMPLE.matcher(Files.readString(Path.of("..", "docs", "wire-protocol.md")));
        assertThat(sample.find()).isTrue();
        return Json.createReader(new StringReader(sample.group(1))).readObject();
    }
}
