package org.tickstock.bench.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.tickstock.engine.time.SystemEpochClock;

/**
 * Connects many sockets to a server under load, measures, checks that everyone got everything once, prints figures.
 *
 * <p>{@code java -cp benchmarks.jar org.tickstock.bench.load.LoadClient --data FOLDER --pid SERVER};
 * {@link LoadPlan} tells the options. Ends with 1 when something was lost or came twice.
 * <p>Thread: one; the REST client has its own.
 */
public final class LoadClient {

    private static final long NS_PER_S = 1_000_000_000L;
    private static final long SETTLE_S = 5;
    private static final double US_PER_MS = 1e3;
    private static final String QUANTILE = "tickstock_emission_cycle_quantile_seconds";

    private final LoadPlan plan;
    private final SystemEpochClock clock = new SystemEpochClock();
    private final LoadCounts counts = new LoadCounts(clock::nowNs);
    private final MessageScan scan = new MessageScan();
    private final List<LoadSocket> sockets = new ArrayList<>();
    private final ServerProcess server;
    private final ServerProcess self = new ServerProcess(ProcessHandle.current().pid());
    private LoadAccounts accounts;
    private LoadAccounts.LogPlace log;

    /** Processor time of server and client, at a moment. */
    private record Reading(long atNs, double serverCpu, double clientCpu) {

        private double seconds(Reading later) {
            return (later.atNs - atNs) / (double) NS_PER_S;
        }

        private double server(Reading later) {
            return (later.serverCpu - serverCpu) / seconds(later);
        }

        private double client(Reading later) {
            return (later.clientCpu - clientCpu) / seconds(later);
        }
    }

    private LoadClient(LoadPlan plan) {
        this.plan = plan;
        this.server = new ServerProcess(plan.pid());
    }

    /** Takes the options of {@link LoadPlan}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        LoadPlan plan = LoadPlan.of(args);
        LoadFigures figures = new LoadClient(plan).run();
        System.out.println(figures.toJson());
        System.out.print(LoadTable.of(List.of(figures)));
        if (plan.out() != null) {
            Files.writeString(plan.out(), figures.toJson() + "\n", StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        System.exit(figures.isComplete() ? 0 : 1);
    }

    private LoadFigures run() throws IOException, InterruptedException {
        prepare();
        Reading from;
        Reading to;
        double told;
        SourceEvents source;
        int closed;
        try (LoadLoop loop = new LoadLoop(clock::nowNs)) {
            say("connecting " + sockets.size() + " sockets");
            log = accounts == null ? null : accounts.newest();
            loop.connect(sockets, plan.connectsPerSecond());
            loop.runUntil(clock.nowNs() + plan.warmUpSeconds() * NS_PER_S);
            say("measuring " + plan.seconds() + " s");
            long offsetBefore = newestOffset();
            counts.measure(true);
            from = read();
            loop.runUntil(from.atNs() + plan.seconds() * NS_PER_S);
            to = read();
            counts.measure(false);
            told = (newestOffset() - offsetBefore) / from.seconds(to);
            source = source();
            closed = loop.closed();
        }
        return figures(idleCpu(), from, to, told, source, closed);
    }

    /** What the server uses without clients, once everything is compiled: after they left. */
    private double idleCpu() throws IOException {
        say("watching the server without clients for " + plan.idleSeconds() + " s");
        try (LoadLoop nobody = new LoadLoop(clock::nowNs)) {
            nobody.runUntil(clock.nowNs() + SETTLE_S * NS_PER_S);
            Reading from = read();
            nobody.runUntil(from.atNs() + plan.idleSeconds() * NS_PER_S);
            return from.server(read());
        }
    }

    private void prepare() throws IOException, InterruptedException {
        List<String> cookies = List.of();
        if (plan.wire() == Wire.TICKSTOCK) {
            accounts = new LoadAccounts(plan.server(), plan.dataFolder());
            say("signing in " + plan.accounts() + " accounts");
            cookies = accounts.signIn(plan.accounts());
        }
        for (int i = 0; i < plan.clients(); i++) {
            int account = i % plan.accounts();
            sockets.add(new LoadSocket(account, door(account, cookies), scan, counts));
        }
    }

    private LoadSocket.Door door(int account, List<String> cookies) {
        URI page = switch (plan.wire()) {
            case TICKSTOCK -> plan.server().resolve("ws");
            case PLAIN -> plan.server().resolve("ws?user=" + account);
            case SOCKETIO -> plan.server().resolve("socket.io/?EIO=4&transport=websocket&user=" + account);
            default -> throw new IllegalStateException("wire must be known, was " + plan.wire());
        };
        return new LoadSocket.Door(page, cookies.isEmpty() ? "" : cookies.get(account), plan.wire(),
                this::greeting);
    }

    /** From now on, or from where the others are: nobody has to catch up while it is measured. */
    private String greeting() {
        return log == null ? "" : "{\"event\":\"resume\",\"data\":{\"epoch\":" + log.epoch() + ",\"after\":"
                + Math.max(log.offset(), newestOffset()) + "}}";
    }

    private SourceEvents source() throws IOException, InterruptedException {
        long after = sockets.stream().mapToLong(socket -> socket.since).min().orElse(0);
        if (plan.wire() != Wire.TICKSTOCK) {
            return SourceEvents.told(plan.eventsFolder(), newestOffset());
        }
        SourceEvents source = SourceEvents.of(accounts, after, newestOffset());
        if (plan.eventsFolder() != null) {
            source.write(plan.eventsFolder(), plan.accounts());
        }
        return source;
    }

    private long newestOffset() {
        return sockets.stream().mapToLong(socket -> socket.coveredTo).max().orElse(0);
    }

    private LoadFigures figures(double idleCpu, Reading from, Reading to, double told, SourceEvents source, int closed)
            throws IOException, InterruptedException {
        double seconds = from.seconds(to);
        double usedSeconds = Math.max(0, from.server(to) - idleCpu) * seconds;
        Histogram latency = counts.latencyUs;
        boolean inCycles = counts.spreadUs.getTotalCount() <= 2 * seconds;
        return new LoadFigures(plan.label(), plan.clients(), plan.accounts(), seconds,
                counts.frames / seconds, counts.events / seconds, counts.bytes / seconds / 1e6,
                counts.frameBytes.getMean(), told,
                latency.getValueAtPercentile(50) / US_PER_MS, latency.getValueAtPercentile(99) / US_PER_MS,
                latency.getMaxValue() / US_PER_MS,
                inCycles ? counts.spreadUs.getValueAtPercentile(50) / US_PER_MS : 0,
                inCycles ? counts.spreadUs.getValueAtPercentile(99) / US_PER_MS : 0,
                idleCpu, from.server(to), from.client(to),
                usedSeconds / Math.max(1, counts.frames) * 1e6, usedSeconds / Math.max(1, counts.events) * 1e6,
                cycleMs("0.5"), cycleMs("0.99"),
                sockets.stream().mapToLong(socket -> socket.gaps).sum(),
                sockets.stream().mapToLong(socket -> socket.duplicates).sum(),
                source.differing(sockets, plan.accounts()), closed,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private double cycleMs(String quantile) throws IOException, InterruptedException {
        return LoadAccounts.metrics(plan.server()).stream()
                .filter(line -> line.startsWith(QUANTILE) && line.contains("\"" + quantile + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)) * 1e3)
                .findFirst().orElse(0);
    }

    private Reading read() {
        return new Reading(clock.nowNs(), server.cpuSeconds(), self.cpuSeconds());
    }

    private static void say(String what) {
        System.err.println(what);
    }
}
