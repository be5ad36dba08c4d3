package org.tickstock.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One benchmark with one set of parameters, in one round.
 *
 * @param round in which it was measured
 * @param benchmark class and method
 * @param params parameters by name
 * @param score median of all iterations, per operation
 * @param p99 99th percentile where single operations were sampled, else NaN
 * @param all every iteration's score; empty where single operations were sampled
 * @param bytes bytes allocated per operation, NaN where that was not measured
 */
record Measurement(int round, String benchmark, Map<String, String> params, double score, double p99,
        List<Double> all, double bytes) {

    static Measurement of(int round, JsonNode result) {
        String[] name = result.path("benchmark").asText().split("\\.");
        Map<String, String> params = new TreeMap<>();
        result.path("params").properties()
                .forEach(param -> params.put(param.getKey(), param.getValue().asText()));
        JsonNode primary = result.path("primaryMetric");
        JsonNode gc = result.path("secondaryMetrics").path("gc.alloc.rate.norm");
        JsonNode p99 = primary.path("scorePercentiles").path("99.0");
        boolean isSampled = result.path("mode").asText().equals("sample");
        List<Double> all = new ArrayList<>();
        primary.path("rawData").forEach(fork -> fork.forEach(one -> all.add(one.asDouble())));
        return new Measurement(round, name[name.length - 2] + "." + name[name.length - 1], params,
                isSampled ? primary.path("scorePercentiles").path("50.0").asDouble() : median(all),
                isSampled ? p99.asDouble() : Double.NaN, isSampled ? List.of() : all,
                gc.isMissingNode() ? Double.NaN : gc.path("score").asDouble());
    }

    /** Trades on the tape; 1 where there is none. */
    double trades() {
        return Double.parseDouble(params.getOrDefault("trades", "1"));
    }

    /** Bytes per tick where an operation is a tape, else per operation. */
    double bytesEach(Figure.Unit unit) {
        return unit == Figure.Unit.MILLION_TICKS_PER_S ? bytes / trades() : bytes;
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
