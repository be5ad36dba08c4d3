package org.tickstock.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.metrics.LatencyHistogram;

class PrometheusTextTest {

    @Test
    void saysOnceWhatFiguresOfOneNameMean() {
        String text = PrometheusText.of(List.of(
            new Metric("tickstock_queue_depth", "what waits", Map.of("queue", "lanes"), () -> 3),
            new Metric("tickstock_queue_depth", "what waits", Map.of("queue", "display"), () -> 0),
            Metric.of("tickstock_users", "who is there", () -> 1.5)));

        assertThat(text).isEqualTo("""
            # HELP tickstock_queue_depth what waits
            # TYPE tickstock_queue_depth gauge
            tickstock_queue_depth{queue="lanes"} 3.0
            tickstock_queue_depth{queue="display"} 0.0
            # HELP tickstock_users who is there
            # TYPE tickstock_users gauge
            tickstock_users 1.5
            """);
    }

    @Test
    void writesWhatWouldEndALabelSoThatItDoesNot() {
        String text = PrometheusText.of(List.of(
            new Metric("tickstock_x", "a\nb", Map.of("b", "say \"no\"\\\n", "a", "1"), () -> Double.NaN)));

        assertThat(text).contains("# HELP tickstock_x a\\nb\n")
            .contains("tickstock_x{a=\"1\",b=\"say \\\"no\\\"\\\\\\n\"} NaN\n");
    }

    @Test
    void refusesANameThatMonitoringCouldNotRead() {
        assertThatThrownBy(() -> Metric.of("tickstock_é", "", () -> 0))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("metric must be called tickstock_…, was tickstock_é");
    }

    @Test
    void writesAHistogramInTheSecondsOfItsBounds() {
        LatencyHistogram histogram = new LatencyHistogram();
        histogram.record(3_000_000);
        histogram.record(20_000_000_000L);

        String text = PrometheusText.of(HistogramMetrics.of("tickstock_x_seconds", "time", () -> histogram).toList());

        assertThat(text).contains("tickstock_x_seconds_bucket{le=\"0.001\"} 0.0\n")
            .contains("tickstock_x_seconds_bucket{le=\"0.005\"} 1.0\n")
            .contains("tickstock_x_seconds_bucket{le=\"10.0\"} 1.0\n")
            .contains("tickstock_x_seconds_bucket{le=\"+Inf\"} 2.0\n")
            .contains("tickstock_x_seconds_sum 20.003\n")
            .contains("tickstock_x_seconds_count 2.0\n");
    }
}
