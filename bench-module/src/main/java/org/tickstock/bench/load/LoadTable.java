package org.tickstock.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Prints the table of load runs from a file with one line of figures for each. */
public final class LoadTable {

    private LoadTable() {
    }

    /** Takes the file. */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("file of figures must be given, was " + args.length + " arguments");
        }
        List<LoadFigures> runs = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            runs.add(LoadFigures.of(line));
        }
        System.out.print(of(runs));
    }

    /** The table in Markdown, a column for each run. */
    static String of(List<LoadFigures> runs) {
        StringBuilder table = new StringBuilder();
        row(table, "", runs, LoadFigures::label);
        table.append("|---").append("|---".repeat(runs.size())).append("|\n");
        row(table, "clients / selections", runs, run -> run.clients() + " / " + run.selections());
        row(table, "events to be told, /s", runs, run -> text("%,.0f", run.sourceEventsPerSecond()));
        row(table, "frames /s", runs, run -> text("%,.0f", run.framesPerSecond()));
        row(table, "events delivered /s", runs, run -> text("%,.0f", run.eventsPerSecond()));
        row(table, "MB/s, KB a frame", runs,
                run -> text("%,.1f, %,.1f", run.megabytesPerSecond(), run.meanFrameBytes() / 1e3));
        row(table, "latency p50 / p99 / max, ms", runs, run -> text("%,.0f / %,.0f / %,.0f",
                run.latencyP50Ms(), run.latencyP99Ms(), run.latencyMaxMs()));
        row(table, "cycle until the last client has it, p50 / p99, ms", runs,
                run -> run.spreadP99Ms() == 0 ? "-" : text("%,.0f / %,.0f", run.spreadP50Ms(), run.spreadP99Ms()));
        row(table, "cycle in the server, p50 / p99, ms", runs,
                run -> run.cycleP99Ms() == 0 ? "-" : text("%,.1f / %,.1f", run.cycleP50Ms(), run.cycleP99Ms()));
        row(table, "server CPU: idle, loaded; client's", runs,
                run -> text("%.2f, %.2f; %.2f", run.idleCpu(), run.serverCpu(), run.clientCpu()));
        row(table, "server CPU-s per million frames", runs, run -> text("%,.1f", run.cpuMicrosPerFrame()));
        row(table, "server CPU-s per million deliveries", runs,
                run -> text("%,.2f", run.cpuSecondsPerMillionEvents()));
        row(table, "gaps, duplicates, sockets that differ, closed", runs, run -> text("%d, %d, %d, %d",
                run.gaps(), run.duplicates(), run.differing(), run.closed()));
        row(table, "load average", runs, run -> text("%.1f", run.loadAverage()));
        return table.toString();
    }

    private static void row(StringBuilder table, String name, List<LoadFigures> runs,
            Function<LoadFigures, String> value) {
        table.append("| ").append(name);
        runs.forEach(run -> table.append(" | ").append(value.apply(run)));
        table.append(" |\n");
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
