package org.tickstock.bench.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * How long REST answers take while so many clients ask at once: each asks, waits for the answer, pauses, asks again.
 *
 * <p>Arguments: server, its data folder, clients, seconds, pause in milliseconds, then paths below the server. Prints a
 * line for each path: answers, bytes of one, median, 99th percentile and longest in milliseconds. The first fifth of
 * the time warms up and is not counted. Then what the sync of the analytics saved, by the server's metrics.
 * <p>Errors: an answer other than 200 ends the run.
 */
public final class RestLoad {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int OK = 200;
    private static final double NS_PER_MS = 1e6;
    private static final long NS_PER_S = 1_000_000_000L;
    private static final long READY_NS = 120 * NS_PER_S;

    private final URI server;
    private final String cookie;
    private final int clients;
    private final long lengthNs;
    private final long pauseNs;

    private RestLoad(URI server, String cookie, int clients, int seconds, int pauseMs) {
        this.server = server;
        this.cookie = cookie;
        this.clients = clients;
        this.lengthNs = seconds * NS_PER_S;
        this.pauseNs = (long) (pauseMs * NS_PER_MS);
    }

    /** Runs it. */
    public static void main(String... args) throws Exception {
        URI server = URI.create(args[0]);
        String cookie = new LoadAccounts(server, Path.of(args[1])).signInWatcher();
        RestLoad load = new RestLoad(server, cookie,
                Integer.parseInt(args[2]), Integer.parseInt(args[3]), Integer.parseInt(args[4]));
        for (String path : Arrays.asList(args).subList(5, args.length)) {
            load.measure(path);
        }
        LoadAccounts.metrics(server).stream().filter(line -> line.startsWith("tickstock_analytics_"))
                .forEach(System.out::println);
    }

    private void measure(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path)).header("Cookie", cookie).build();
        awaitReady(request);
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            long startNs = System.nanoTime();
            List<Future<List<Long>>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                // Not all at the same instant: people are not.
                long firstNs = startNs + pauseNs * client / clients;
                Callable<List<Long>> work = () -> ask(request, firstNs, startNs);
                running.add(threads.submit(work));
            }
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> client : running) {
                all.addAll(client.get());
            }
            print(path, all.stream().mapToLong(Long::longValue).sorted().toArray(), size(request));
        } finally {
            threads.shutdownNow();
        }
    }

    /** A server that has just been started may still be importing. */
    private static void awaitReady(HttpRequest request) throws IOException, InterruptedException {
        long startNs = System.nanoTime();
        while (HTTP.send(request, BodyHandlers.discarding()).statusCode() != OK) {
            if (System.nanoTime() - startNs > READY_NS) {
                throw new IOException(request.uri() + " must answer 200 within two minutes");
            }
            LockSupport.parkNanos(NS_PER_S);
        }
    }

    private List<Long> ask(HttpRequest request, long firstNs, long startNs) throws IOException, InterruptedException {
        List<Long> durations = new ArrayList<>();
        long nextNs = firstNs;
        while (nextNs - startNs < lengthNs) {
            LockSupport.parkNanos(nextNs - System.nanoTime());
            long askedNs = System.nanoTime();
            int status = HTTP.send(request, BodyHandlers.discarding()).statusCode();
            if (status != OK) {
                throw new IOException(request.uri() + " must answer 200, was " + status);
            }
            if (askedNs - startNs > lengthNs / 5) {
                durations.add(System.nanoTime() - askedNs);
            }
            nextNs = Math.max(System.nanoTime(), askedNs + pauseNs);
        }
        return durations;
    }

    private static int size(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HTTP.send(request, BodyHandlers.ofByteArray());
        return answer.body().length;
    }

    private void print(String path, long[] sortedNs, int bytes) {
        System.out.printf("%-60s %7d answers of %6d B, %6.0f/s: median %6.1f ms, 99 %% %6.1f ms, longest %6.1f ms%n",
                path, sortedNs.length, bytes, sortedNs.length / (0.8 * lengthNs / NS_PER_S),
                at(sortedNs, 0.5), at(sortedNs, 0.99), at(sortedNs, 1));
    }

    private static double at(long[] sortedNs, double share) {
        int rank = (int) Math.ceil(share * sortedNs.length);
        return sortedNs[Math.max(0, rank - 1)] / NS_PER_MS;
    }
}
