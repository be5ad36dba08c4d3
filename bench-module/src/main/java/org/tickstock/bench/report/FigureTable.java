package org.tickstock.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickstock.bench.report.Figure.Unit;

/**
 * Prints the table of figures from a directory of JMH's JSON results.
 *
 * <p>Files are named {@code ROUND-anything.json}. A ratio is taken within one round, where both sides were measured one
 * after the other, and is the median over the rounds; so a machine that is slower in one round than in another does not
 * make a figure.
 */
public final class FigureTable {

    private static final List<Figure> FIGURES = List.of(
            new Figure("detection, rules alone", "DetectionBenchmark.rules", "DetectionBenchmark.plainJava",
                    Unit.MILLION_TICKS_PER_S, "≥ 10 M/s and ≥ 3 × plain Java"),
            new Figure("detection, one lane", "DetectionBenchmark.oneLane", "DetectionBenchmark.plainJava",
                    Unit.MILLION_TICKS_PER_S, "≥ 10 M/s and ≥ 3 × plain Java; 10,000 symbols ≥ 7 M/s"),
            new Figure("detection, two lanes against one", "DetectionBenchmark.twoLanes", "DetectionBenchmark.oneLane",
                    Unit.MILLION_TICKS_PER_S, "≥ 1.5 × one lane"),
            new Figure("detection, recorded for why-not", "DetectionBenchmark.recorded", "DetectionBenchmark.oneLane",
                    Unit.MILLION_TICKS_PER_S, "-"),
            new Figure("one tick, median", "TickLatencyBenchmark.rules", "TickLatencyBenchmark.plainJava",
                    Unit.NANOSECONDS, "p99 ≤ 1,000 ns"),
            new Figure("hand-off against Disruptor", "HandoffBenchmark.laneRing", "HandoffBenchmark.disruptor",
                    Unit.MILLION_TICKS_PER_S, "≥ 0.9 × Disruptor"),
            new Figure("hand-off against ArrayBlockingQueue", "HandoffBenchmark.laneRing",
                    "HandoffBenchmark.arrayBlockingQueue", Unit.MILLION_TICKS_PER_S, "faster"),
            new Figure("event to JSON", "ConversionBenchmark.displayConverter", "ConversionBenchmark.jacksonDatabind",
                    Unit.NANOSECONDS, "≤ 200 ns"),
            new Figure("matching 1,000 × 1,000", "EmissionBenchmark.inverted", "EmissionBenchmark.hashSets",
                    Unit.MICROSECONDS, "≤ 300 µs"),
            new Figure("emission cycle 1,000 × 1,000", "EmissionBenchmark.emissionCycle",
                    "EmissionBenchmark.hashSetsAndJackson", Unit.MICROSECONDS, "≤ 1,500 µs"),
            new Figure("vendor JSON to tick", "DecodeBenchmark.massiveDecoder", "DecodeBenchmark.jacksonStreaming",
                    Unit.NANOSECONDS, "faster than Jackson's stream"),
            new Figure("vendor JSON to tick, tree", "DecodeBenchmark.massiveDecoder", "DecodeBenchmark.jacksonTree",
                    Unit.NANOSECONDS, "-"),
            new Figure("ticker to number", "SymbolTableBenchmark.idOf", "SymbolTableBenchmark.idOf",
                    Unit.NANOSECONDS, "-"));

    private final List<Measurement> measurements = new ArrayList<>();

    private FigureTable() {
    }

    /** Takes the directory of the results. */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("directory of results must be given, was " + args.length + " arguments");
        }
        FigureTable table = new FigureTable();
        table.read(Path.of(args[0]));
        table.print();
        table.printScores();
    }

    private void read(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(directory)) {
            files = listed.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
        ObjectMapper mapper = new ObjectMapper();
        for (Path file : files) {
            int round = Integer.parseInt(file.getFileName().toString().split("-")[0]);
            for (JsonNode result : mapper.readTree(file.toFile())) {
                measurements.add(Measurement.of(round, result));
            }
        }
    }

    private void print() {
        System.out.println("| what | parameters | goal | ours | baseline | ratio | B per op, ours / baseline |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (Figure figure : FIGURES) {
            measurements.stream().filter(one -> one.benchmark().equals(figure.ours())).map(Measurement::params)
                    .distinct().forEach(params -> printRow(figure, params));
        }
    }

    /** What the table is made of. */
    private void printScores() {
        System.out.println();
        for (Measurement one : measurements) {
            System.out.printf(Locale.ROOT, "round %d %s %s: %s; %s B/op%n", one.round(), one.benchmark(),
                    text(one.params()),
                    one.all().isEmpty() ? number(one.score()) + ", p99 " + number(one.p99())
                            : one.all().stream().map(FigureTable::number).collect(Collectors.joining(" ")),
                    number(one.bytes()));
        }
    }

    private void printRow(Figure figure, Map<String, String> params) {
        List<Measurement> ours = of(figure.ours(), params);
        List<Measurement> others = of(figure.baseline(), params);
        List<Double> ratios = new ArrayList<>();
        for (Measurement one : ours) {
            others.stream().filter(other -> other.round() == one.round())
                    .forEach(other -> ratios.add(other.score() / one.score()));
        }
        String ratio = ratios.isEmpty() || figure.ours().equals(figure.baseline()) ? "-"
                : String.format(Locale.ROOT, "%.2f ×", Measurement.median(ratios));
        Unit unit = figure.unit();
        System.out.printf(Locale.ROOT, "| %s | %s | %s | %s | %s | %s | %s / %s |%n", figure.what(), text(params),
                figure.goal(), shown(ours, unit), shown(others, unit), ratio,
                number(median(ours, one -> one.bytesEach(unit))), number(median(others, one -> one.bytesEach(unit))));
    }

    private List<Measurement> of(String benchmark, Map<String, String> params) {
        return measurements.stream()
                .filter(one -> one.benchmark().equals(benchmark) && one.params().equals(params)).toList();
    }

    private static String shown(List<Measurement> measured, Unit unit) {
        double score = median(measured, one -> unit.shown(one.score(), one.trades()));
        double p99 = median(measured, Measurement::p99);
        String shown = number(score) + " " + unit.text();
        return Double.isNaN(p99) ? shown : shown + ", p99 " + number(p99) + " " + unit.text();
    }

    private static double median(List<Measurement> measured, ToDoubleFunction<Measurement> of) {
        List<Double> values = measured.stream().mapToDouble(of).filter(Double::isFinite).boxed().toList();
        return values.isEmpty() ? Double.NaN : Measurement.median(values);
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        return value < 100 ? String.format(Locale.ROOT, "%.2f", value) : String.format(Locale.ROOT, "%,.0f", value);
    }

    private static String text(Map<String, String> params) {
        return params.isEmpty() ? "-" : params.toString().replaceAll("[{}]", "");
    }
}
