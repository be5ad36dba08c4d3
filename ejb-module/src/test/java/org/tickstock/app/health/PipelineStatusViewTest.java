package org.tickstock.app.health;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tickstock.app.bar.BarStatus;
import org.tickstock.app.journal.JournalStatus;
import org.tickstock.engine.Pipeline;
import org.tickstock.engine.PipelineSettings;
import org.tickstock.engine.feed.FeedStatus;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SymbolTable;

class PipelineStatusViewTest {

    private static final Pattern SAMPLE = Pattern.compile("### pipeline\\n.*?```json\\n(.*?)```", Pattern.DOTALL);

    @Test
    void hasTheShapeThatIsWrittenDown() throws IOException {
        JsonObject written = sample();
        Pipeline pipeline = new Pipeline(PipelineSettings.defaults(), List.of(), SymbolTable.of(List.of("AAPL")),
            new NewYorkCalendar(), () -> 1, 1_381_219_200_000L);
        FeedStatus feed = new FeedStatus("replay", FeedStatus.State.FINISHED, "read to its end", 1, 1, 620_759);

        JsonObject ledger = PipelineStatusView.json(pipeline.status(), feed, pipeline.log().epoch(), 2);

        JsonObject journal = PipelineStatusView.json(new JournalStatus(800, 0, 800, 0, 0, null, false)).build();

        assertThat(journal).isEqualTo(written.getJsonObject("journal"));
        JsonObject bars = PipelineStatusView.json(new BarStatus(1_170, 2, 3, 0, 0, 0, null)).build();
        assertThat(bars).isEqualTo(written.getJsonObject("bars"));
        assertThat(Json.createObjectBuilder(ledger).add("journal", journal).add("bars", bars).build().keySet())
            .isEqualTo(written.keySet());
        assertThat(ledger.getJsonObject("feed").keySet()).isEqualTo(written.getJsonObject("feed").keySet());
        assertThat(ledger.getJsonObject("feed").getString("state")).isEqualTo("finished");
        assertThat(stages(ledger)).isEqualTo(stages(written));
        assertThat(ledger.getJsonArray("stages").getJsonObject(0).keySet())
            .isEqualTo(written.getJsonArray("stages").getJsonObject(0).keySet());
        assertThat(types(ledger)).isEqualTo(types(written));
        assertThat(ledger.getJsonNumber("epoch")).isEqualTo(written.getJsonNumber("epoch"));
        assertThat(ledger.getInt("subscribers")).isEqualTo(2);
        assertThat(ledger.getBoolean("balanced")).isTrue();
    }

    private static List<String> stages(JsonObject ledger) {
        return ledger.getJsonArray("stages").getValuesAs(JsonObject.class).stream()
            .map(stage -> stage.getString("stage")).toList();
    }

    /** The types of each stage, and what is told of the first. */
    private static List<List<Set<String>>> types(JsonObject ledger) {
        return ledger.getJsonArray("stages").getValuesAs(JsonObject.class).stream()
            .map(stage -> stage.getJsonObject("types"))
            .map(types -> List.of(types.keySet(), types.values().stream().findFirst()
                .map(flow -> flow.asJsonObject().keySet()).orElse(Set.of())))
            .toList();
    }

    private static JsonObject sample() throws IOException {
        Matcher sample = SAMPLE.matcher(Files.readString(Path.of("..", "docs", "wire-protocol.md")));
        assertThat(sample.find()).isTrue();
        return Json.createReader(new StringReader(sample.group(1))).readObject();
    }
}
