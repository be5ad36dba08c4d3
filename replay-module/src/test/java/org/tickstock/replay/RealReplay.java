package org.tickstock.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The command over the tapes of three real days, run once for each profile and number of lanes.
 *
 * @param figures the line of figures
 * @param events lines of the events file
 * @param extremes cells of the extremes file, without its header
 * @param bars cells of the bars file, without its header
 */
record RealReplay(String figures, List<String> events, List<List<String>> extremes, List<List<String>> bars) {

    static final List<String> SYMBOLS = List.of("AIG", "BAC", "SPY");

    /** What the three days raise by the rules of the tape; another one wherever a rule is changed on purpose. */
    static final String SIP_SHA256 = "acdc5a866876544059ab749190e0db5d331bf4a58d9fdc7634841c2535e99233";

    private static final Map<String, RealReplay> RUNS = new ConcurrentHashMap<>();

    static RealReplay of(String profile, int lanes) {
        List<Path> tapes = SharedData.tapes();
        return RUNS.computeIfAbsent(profile + lanes, any -> run(profile, lanes, tapes));
    }

    String sha256() {
        return figures.replaceAll("(?s).*\"sha256\":\"([0-9a-f]{64})\".*", "$1");
    }

    private static RealReplay run(String profile, int lanes, List<Path> tapes) {
        try {
            Path folder = Files.createTempDirectory("replay");
            Path events = folder.resolve("events.ndjson");
            Path extremes = folder.resolve("extremes.csv");
            Path bars = folder.resolve("bars.csv");
            List<String> arguments = new ArrayList<>(List.of("--lanes", String.valueOf(lanes), "--conditions", profile,
                    "--events", events.toString(), "--extremes", extremes.toString(), "--bars", bars.toString()));
            tapes.forEach(tape -> arguments.add(tape.toString()));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThat(new ReplayCommand(new PrintStream(out, true, StandardCharsets.UTF_8), System.err, false)
                    .run(arguments)).isZero();
            RealReplay replay = new RealReplay(out.toString(StandardCharsets.UTF_8), Files.readAllLines(events),
                    cells(extremes), cells(bars));
            for (Path file : List.of(events, extremes, bars, folder)) {
                Files.delete(file);
            }
            return replay;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static List<List<String>> cells(Path csv) throws IOException {
        return Files.readAllLines(csv).stream().skip(1).map(line -> List.of(line.split(",", -1))).toList();
    }
}
