package org.tickstock.engine.work;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.TestEvents;
import org.tickstock.engine.event.Direction;
import org.tickstock.engine.event.DisplayEvent;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.event.EventOrigin;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.event.HighLowEvent;
import org.tickstock.engine.event.SurgeEvent;
import org.tickstock.engine.event.TrendEvent;
import org.tickstock.engine.market.MarketSession;

/** What the converter writes has the fields of the wire protocol's sample frame, no fewer and no more. */
class DisplayConverterTest {

    private static final long HIGH_MS = 1_381_238_999_500L;
    private static final double UNKNOWN = Double.NaN;

    private final DisplayConverter converter = new DisplayConverter();

    @Test
    void writesAHighExactlyAsTheSample() throws IOException {
        JsonObject sample = sample().getJsonArray("highs").getJsonObject(0);

        JsonObject high = written(TestEvents.high("AIG", 12, HIGH_MS));

        assertThat(fields(high)).isEqualTo(fields(sample));
        for (String name : high.keySet()) {
            if (!name.equals("thresholds") && !name.equals("reversal_info")) {
                assertThat(text(high.get(name))).as(name).isEqualTo(text(sample.get(name)));
            }
        }
        assertThat(high.getJsonObject("reversal_info").getString("type")).isEqualTo("V-bottom");
        assertThat(high.getJsonObject("reversal_info").getBoolean("is_rapid")).isTrue();
        assertThat(high.getJsonObject("reversal_info").getJsonNumber("time_span_s").doubleValue()).isEqualTo(42.1);
    }

    @Test
    void writesTheFieldsOfTheTrendSample() throws IOException {
        JsonObject sample = sample().getJsonObject("trending").getJsonArray("up").getJsonObject(0);

        JsonObject trend = written(TestEvents.trend("BAC", 9, 1_381_239_000_100L));

        assertThat(fields(trend)).isEqualTo(fields(sample));
        for (String name : new String[] {"id", "type", "time", "label", "reversal", "strength", "vwap_position"}) {
            assertThat(trend.getString(name)).as(name).isEqualTo(sample.getString(name));
        }
        for (String name : new String[] {"price", "score", "short_score", "medium_score", "long_score", "age_s"}) {
            assertThat(text(trend.get(name))).as(name).isEqualTo(text(sample.get(name)));
        }
    }

    @Test
    void writesTheFieldsOfTheSurgeSample() throws IOException {
        JsonObject sample = sample().getJsonObject("surging").getJsonArray("down").getJsonObject(0);

        JsonObject surge = written(TestEvents.surge("SPY", 21, 1_381_238_998_000L));

        assertThat(fields(surge)).isEqualTo(fields(sample));
        for (String name : new String[] {"id", "type", "time", "label", "trigger_type", "strength", "direction"}) {
            assertThat(surge.getString(name)).as(name).isEqualTo(sample.getString(name));
        }
        for (String name : new String[] {"score", "volume_multiplier", "z", "reference_price", "expiration_ms"}) {
            assertThat(text(surge.get(name))).as(name).isEqualTo(text(sample.get(name)));
        }
    }

    @Test
    void writesARevisionExactlyAsTheSample() throws IOException {
        JsonObject sample = sample("event_revised");

        JsonObject revision = written(TestEvents.revision("AIG", 13, 1_381_239_004_000L));

        assertThat(fields(revision)).isEqualTo(fields(sample));
        for (String name : revision.keySet()) {
            assertThat(text(revision.get(name))).as(name).isEqualTo(text(sample.get(name)));
        }
    }

    @Test
    void leavesAReversalOutWhereThereIsNone() {
        HighLowEvent low = new HighLowEvent(origin(50_000L, UNKNOWN), Direction.DOWN, 1_000_000_000L, 60_000L, 70_000L,
                50_000L, 4, 3, null, 12, null, Direction.DOWN, 5_000L, 0.2);

        JsonObject json = written(low);

        assertThat(json.getString("type")).isEqualTo("low");
        assertThat(json.getString("label")).isEqualTo("LOW #3");
        assertThat(json.isNull("reversal")).isTrue();
        assertThat(json).doesNotContainKey("reversal_info");
        assertThat(json.isNull("trend_flag")).isTrue();
        assertThat(json.getString("surge_flag")).isEqualTo("down");
    }

    @Test
    void writesNullForWhatIsNotKnown() {
        HighLowEvent low = new HighLowEvent(origin(50_000L, UNKNOWN), Direction.DOWN, 1_000_000_000L, 60_000L, 70_000L,
                50_000L, 4, 3, null, 12, null, null, 5_000L, 0.2);
        TrendEvent trend = TestEvents.trend("BAC", 9, HIGH_MS);
        TrendEvent unknown = new TrendEvent(origin(50_000L, UNKNOWN), trend.direction(), trend.strength(),
                trend.score(), trend.shortWindow(), trend.mediumWindow(), trend.longWindow(), trend.ageNs(), null,
                trend.countUp(), trend.countDown(), trend.basis());

        assertThat(written(low).isNull("vwap")).isTrue();
        assertThat(written(low).isNull("vwap_divergence")).isTrue();
        assertThat(written(low).getJsonNumber("price").toString()).isEqualTo("0.05");
        assertThat(written(unknown).getString("vwap_position")).isEqualTo("unknown");
        assertThat(written(unknown).isNull("reversal")).isTrue();
    }

    @Test
    void handsOverWhatLaterStagesNeed() {
        SurgeEvent surge = TestEvents.surge("SPY", 21, HIGH_MS);

        DisplayMessage message = converter.toMessage(surge);

        assertThat(message.id()).isEqualTo("SPY-2013-10-08-surge-21");
        assertThat(message.type()).isEqualTo(EventType.SURGE);
        assertThat(message.direction()).isEqualTo(Direction.DOWN);
        assertThat(message.symbol()).isEqualTo("SPY");
        assertThat(message.tsEventNs()).isEqualTo(surge.tsEventNs());
        assertThat(message.ordinal()).isEqualTo(21);
    }

    @Test
    void writesNothingThatTheTapeDoesNotDetermine() {
        SurgeEvent first = TestEvents.surge("SPY", 21, HIGH_MS);
        EventOrigin at = first.origin();
        EventOrigin later = new EventOrigin(at.symbolId() + 5, at.symbol(), at.tradeDay(), at.session(), at.ordinal(),
                at.tsEventNs(), at.tsInitNs() + 1_000_000L, at.priceMicros(), at.percentChange(), at.vwapUsd(),
                at.vwapDivergencePct(), at.sizeMicros(), at.relVolume(), false);
        SurgeEvent second = new SurgeEvent(later, first.direction(), first.trigger(), first.strength(), first.score(),
                first.magnitudePct(), first.volumeMultiplier(), first.z(), first.referenceMicros(),
                first.intervalSeconds(), first.expirationNs(), first.reversal(), first.dailyCount(), first.countUp(),
                first.countDown());

        assertThat(converter.toMessage(second).body()).isEqualTo(converter.toMessage(first).body());
    }

    private static EventOrigin origin(long priceMicros, double vwap) {
        return new EventOrigin(7, "BAC", TestEvents.TRADE_DAY, MarketSession.PRE, 3, 1_000_000_000L, 1_000_000_000L,
                priceMicros, -1.5, vwap, vwap, 500_000L, 0, false);
    }

    private JsonObject written(DisplayEvent event) {
        return parse("{" + new String(converter.toMessage(event).body(), StandardCharsets.UTF_8));
    }

    /** Names with their paths; of a list, those of its first element. The offset is the log's to add. */
    private static Set<String> fields(JsonObject object) {
        Set<String> names = new TreeSet<>();
        collect("", object, names);
        names.remove("offset");
        return names;
    }

    private static void collect(String path, JsonValue value, Set<String> names) {
        if (value instanceof JsonObject object) {
            object.forEach((name, inner) -> {
                names.add(path + name);
                collect(path + name + ".", inner, names);
            });
        } else if (value instanceof JsonArray array) {
            collect(path + "[].", array.get(0), names);
        }
    }

    /** Numbers by their value: 49.20 and 49.2 are one. */
    private static String text(JsonValue value) {
        return value instanceof JsonNumber number
                ? number.bigDecimalValue().stripTrailingZeros().toPlainString() : value.toString();
    }

    /** The data of the protocol page's stock_data sample. */
    private static JsonObject sample() throws IOException {
        return sample("stock_data").getJsonObject("data");
    }

    /** The protocol page's sample below a heading. */
    private static JsonObject sample(String heading) throws IOException {
        Path page = Path.of("docs", "wire-protocol.md");
        for (Path parent = Path.of("").toAbsolutePath(); !Files.isReadable(page); parent = parent.getParent()) {
            page = parent.resolve("docs").resolve("wire-protocol.md");
        }
        String text = Files.readString(page);
        int from = text.indexOf("```json", text.indexOf("### " + heading + '\n')) + "```json".length();
        return parse(text.substring(from, text.indexOf("```", from)));
    }

    private static JsonObject parse(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
