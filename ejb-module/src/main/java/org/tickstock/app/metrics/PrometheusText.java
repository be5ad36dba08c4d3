package org.tickstock.app.metrics;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes figures in Prometheus' text format, version 0.0.4.
 *
 * <p>Thread: stateless.
 */
public final class PrometheusText {

    /** What the answer is called in {@code Content-Type}. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private PrometheusText() {
    }

    /** The figures as they are now; those of one name must stand together. */
    public static String of(List<Metric> metrics) {
        StringBuilder text = new StringBuilder();
        String family = null;
        for (Metric metric : metrics) {
            if (!metric.name().equals(family)) {
                family = metric.name();
                text.append("# HELP ").append(family).append(' ').append(help(metric.help())).append('\n')
                    .append("# TYPE ").append(family).append(" gauge\n");
            }
            text.append(family).append(labels(metric)).append(' ').append(number(metric.value().getAsDouble()))
                .append('\n');
        }
        return text.toString();
    }

    private static String labels(Metric metric) {
        return metric.labels().isEmpty() ? "" : new TreeMap<>(metric.labels()).entrySet().stream()
            .map(label -> label.getKey() + "=\"" + value(label.getValue()) + '"')
            .collect(Collectors.joining(",", "{", "}"));
    }

    private static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        return Double.toString(value);
    }

    private static String help(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }

    private static String value(String text) {
        return help(text).replace("\"", "\\\"");
    }
}
