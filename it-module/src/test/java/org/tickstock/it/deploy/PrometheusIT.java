package org.tickstock.it.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.it.SharedServer;
import org.tickstock.launcher.TickStockServer;

/** The scrape and the alerts of {@code deploy/prometheus}. */
@ExtendWith(SharedServer.class)
class PrometheusIT {

    private static final Path FOLDER = DeployFiles.path("deploy/prometheus");
    private static final String ALERTS = "deploy/prometheus/alerts.yml";

    @Test
    void isAConfigurationThatPrometheusTakes() {
        String promtool = Tools.require("promtool").toString();

        assertThat(Tools.run(FOLDER, promtool, "check", "config", "prometheus.yml")).contains("SUCCESS");
    }

    @Test
    void raisesEachAlertInTroubleAndNoneOnAGoodDay() {
        String promtool = Tools.require("promtool").toString();

        assertThat(Tools.run(FOLDER, promtool, "test", "rules", "alerts_test.yml")).contains("SUCCESS");
    }

    @Test
    void asksOnlyForWhatTheServerTells(TickStockServer server) {
        Scrape scrape = Scrape.of(server);

        assertThat(rules()).hasSizeGreaterThan(15)
                .allSatisfy(rule -> scrape.answers((String) DeployFiles.at(rule, "expr")));
    }

    @Test
    void saysOfEachAlertWhatToDoAndPlaysIt() {
        String page = DeployFiles.text("docs/operations.md");
        String played = DeployFiles.text("deploy/prometheus/alerts_test.yml");

        assertThat(rules()).allSatisfy(rule -> {
            String alert = (String) DeployFiles.at(rule, "alert");
            assertThat(page).contains("| `" + alert + "` |");
            assertThat(played).containsPattern("alertname: " + alert + "\\s+exp_alerts:\\s+- exp_labels");
            assertThat(DeployFiles.at(rule, "labels", "severity")).isIn("critical", "warning");
            assertThat((String) DeployFiles.at(rule, "annotations", "summary")).contains("$labels.instance");
        });
    }

    @Test
    void scrapesThePortTickStockListensOn() {
        List<Object> jobs = DeployFiles.list(DeployFiles.yaml("deploy/prometheus/prometheus.yml"), "scrape_configs");

        assertThat(jobs).anySatisfy(job -> {
            assertThat(DeployFiles.at(job, "job_name")).isEqualTo("tickstock");
            assertThat(DeployFiles.list(job, "static_configs"))
                    .containsExactly(Map.of("targets", List.of("tickstock:8080")));
        });
    }

    private static List<Object> rules() {
        Object group = DeployFiles.list(DeployFiles.yaml(ALERTS), "groups").get(0);
        return DeployFiles.list(group, "rules");
    }
}
