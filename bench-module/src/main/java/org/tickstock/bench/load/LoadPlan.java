package org.tickstock.bench.load;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is asked of a load run.
 *
 * <p>Errors: {@link IllegalArgumentException} names option, rule and value.
 *
 * @param wire what is spoken
 * @param label name of the run in the table
 * @param server its address
 * @param pid its process
 * @param clients how many sockets
 * @param accounts how many accounts share them
 * @param idleSeconds how long its processor time is watched without clients, after they left
 * @param warmUpSeconds how long all are connected before it is measured
 * @param seconds how long it is measured
 * @param connectsPerSecond how fast they connect
 * @param dataFolder of a TickStock server: where the demo account's password is; null for another
 * @param eventsFolder where the events are kept: written after a run against TickStock, read for another; null for none
 * @param out where a line of figures is added; null for nowhere
 */
record LoadPlan(
        Wire wire, String label, URI server, long pid, int clients, int accounts, int idleSeconds, int warmUpSeconds,
        int seconds, int connectsPerSecond, Path dataFolder, Path eventsFolder, Path out) {

    LoadPlan {
        if (accounts > clients) {
            throw new IllegalArgumentException("--accounts must be at most --clients, was " + accounts);
        }
        if (wire == Wire.TICKSTOCK && dataFolder == null) {
            throw new IllegalArgumentException("--data must name the server's data folder, was not given");
        }
    }

    static LoadPlan of(String... args) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!args[i].startsWith("--") || i + 1 == args.length) {
                throw new IllegalArgumentException("options must be --name value, was '" + args[i] + "'");
            }
            options.put(args[i].substring(2), args[i + 1]);
        }
        Wire wire = Wire.valueOf(options.getOrDefault("wire", "tickstock").toUpperCase(Locale.ROOT));
        LoadPlan plan = new LoadPlan(wire, options.getOrDefault("label", wire.name().toLowerCase(Locale.ROOT)),
                URI.create(options.getOrDefault("server", "http://localhost:8080/")),
                number(options, "pid", Long.toString(ProcessHandle.current().pid())),
                number(options, "clients", "1000"), number(options, "accounts", "200"),
                number(options, "idle", "20"), number(options, "warm-up", "10"), number(options, "seconds", "60"),
                number(options, "connects-per-second", "50"),
                path(options, "data"), path(options, "events"), path(options, "out"));
        options.keySet().removeAll(Set.of("wire", "label", "server", "pid", "clients", "accounts", "idle",
                "warm-up", "seconds", "connects-per-second", "data", "events", "out"));
        if (!options.isEmpty()) {
            throw new IllegalArgumentException("options must be known, was " + options.keySet());
        }
        return plan;
    }

    private static int number(Map<String, String> options, String name, String otherwise) {
        String text = options.getOrDefault(name, otherwise);
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("--" + name + " must be a whole number, was '" + text + "'", notANumber);
        }
        throw new IllegalArgumentException("--" + name + " must be > 0, was " + text);
    }

    private static Path path(Map<String, String> options, String name) {
        return options.containsKey(name) ? Path.of(options.get(name)) : null;
    }
}
