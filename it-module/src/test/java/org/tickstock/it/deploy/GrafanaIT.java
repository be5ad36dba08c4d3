package org.tickstock.it.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tickstock.it.SharedServer;
import org.tickstock.launcher.TickStockServer;

/** The dashboard of {@code deploy/grafana}: what Grafana needs of it, and that every panel would show something. */
@ExtendWith(SharedServer.class)
class GrafanaIT {

    private static final Set<String> PANELS = Set.of("row", "stat", "timeseries");
    private static final int COLUMNS = 24;

    private final JsonObject dashboard = read();

    @Test
    void hasTheShapeThatGrafanaReads() {
        assertThat(dashboard.getString("uid")).isEqualTo("tickstock");
        assertThat(dashboard.getInt("schemaVersion")).isGreaterThanOrEqualTo(39);
        Set<Integer> ids = new HashSet<>();
        for (JsonObject panel : panels()) {
            assertThat(ids.add(panel.getInt("id"))).as("panel %s has an id of its own", panel.getInt("id")).isTrue();
            assertThat(PANELS).contains(panel.getString("type"));
            assertThat(panel.getString("title")).isNotBlank();
            if (!"row".equals(panel.getString("type"))) {
                assertThat(panel.getString("description")).as(panel.getString("title")).isNotBlank();
                assertThat(panel.getJsonArray("targets")).isNotEmpty();
            }
        }
    }

    @Test
    void laysNoPanelOverAnother() {
        Set<String> taken = new HashSet<>();
        for (JsonObject panel : panels()) {
            JsonObject place = panel.getJsonObject("gridPos");
            assertThat(place.getInt("x") + place.getInt("w")).isLessThanOrEqualTo(COLUMNS);
            for (int row = place.getInt("y"); row < place.getInt("y") + place.getInt("h"); row++) {
                for (int column = place.getInt("x"); column < place.getInt("x") + place.getInt("w"); column++) {
                    assertThat(taken.add(column + "/" + row)).as(panel.getString("title")).isTrue();
                }
            }
        }
    }

    @Test
    void asksOnlyForWhatTheServerTells(TickStockServer server) {
        Scrape scrape = Scrape.of(server);

        assertThat(queries()).hasSizeGreaterThan(15).allSatisfy(scrape::answers);
    }

    @Test
    void asksInPrometheusLanguage(@TempDir Path folder) throws IOException {
        String promtool = Tools.require("promtool").toString();
        StringBuilder rules = new StringBuilder("groups:\n  - name: dashboard\n    rules:\n");
        for (String query : queries()) {
            rules.append("      - record: checked\n        expr: >-\n          ")
                    .append(query.replace("$__rate_interval", "5m").replace("$instance", ".*")).append('\n');
        }
        Files.writeString(folder.resolve("queries.yml"), rules);

        assertThat(Tools.run(folder, promtool, "check", "rules", "--lint=none", "queries.yml")).contains("SUCCESS");
    }

    @Test
    void asksTheSourceThatIsProvisioned() {
        Object source = DeployFiles.list(
                DeployFiles.yaml("deploy/grafana/provisioning/datasources/prometheus.yml"), "datasources").get(0);
        String uid = (String) DeployFiles.at(source, "uid");

        for (JsonObject panel : panels()) {
            if (!"row".equals(panel.getString("type"))) {
                assertThat(panel.getJsonObject("datasource").getString("uid")).isEqualTo(uid);
            }
        }
        assertThat(DeployFiles.at(source, "url")).isEqualTo("http://prometheus:9090");
        assertThat(DeployFiles.map(DeployFiles.yaml("deploy/compose.yaml"), "services")).containsKey("prometheus");
    }

    private List<String> queries() {
        List<String> queries = new ArrayList<>();
        for (JsonObject panel : panels()) {
            if (panel.containsKey("targets")) {
                panel.getJsonArray("targets").stream().map(JsonValue::asJsonObject)
                        .forEach(target -> queries.add(target.getString("expr")));
            }
        }
        return queries;
    }

    private List<JsonObject> panels() {
        return dashboard.getJsonArray("panels").getValuesAs(JsonObject.class);
    }

    private static JsonObject read() {
        try (JsonReader reader = Json.createReader(
                new StringReader(DeployFiles.text("deploy/grafana/dashboards/tickstock.json")))) {
            return reader.readObject();
        }
    }
}
