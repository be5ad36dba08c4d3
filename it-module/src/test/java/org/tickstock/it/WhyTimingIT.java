package org.tickstock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.launcher.TickStockServer;

/**
 * How long why and why not take at the end of a real day, on a real server; on demand, for docs/benchmarks/why.md:
 * {@code -Dit.test=WhyTimingIT -Dtickstock.why.timing=true}.
 */
@ExtendWith(SharedServer.class)
@EnabledIfSystemProperty(named = "tickstock.why.timing", matches = "true")
class WhyTimingIT {

    private static final int QUESTIONS = 500;
    private static final int WARM_UP = 100;
    private static final int MORNING = 60;
    private static final long OPEN_MS = 1_381_239_000_000L;
    private static final int REGULAR_MS = 23_400_000;
    private static final List<String> TYPES = List.of("high", "low", "trend", "surge");

    private final Random random = new Random(5);
    private final List<String> lines = new ArrayList<>();

    @Test
    void measuresAnswersAtTheEndOfADay(TestBed bed) throws IOException {
        measure(bed, "whytime", "262144", "why, from memory");
        // so small a log that the day leaves it, and large enough for the journal to follow
        measure(bed, "whytimejournal", "150", "why, from the journal");

        Files.write(Path.of("target", "why-timing.txt"), lines);
        lines.forEach(System.out::println);
        assertThat(lines).hasSize(8);
    }

    private void measure(TestBed bed, String name, String logCapacity, String why) {
        try (TickStockServer server = TickStockServer.start(bed.options(name).with(bed.database(name))
                .with(TestBed.JVM_ARGS, "")
                .with("TICKSTOCK_FEED_PROVIDER", "replay")
                .with("TICKSTOCK_FEED_REPLAY_FILES", Tapes.real("2013-10-08.csv.gz").toString())
                .with("TICKSTOCK_FEED_REPLAY_SPEED", "max")
                .with("TICKSTOCK_COLLECT_LOG_CAPACITY", logCapacity))) {
            server.awaitReady();
            Account demo = Account.signIn(server.address(), bed.dataFolder(name), Account.DEMO);
            demo.watch("sp500");
            await().atMost(Duration.ofMinutes(3)).until(() -> demo.getJson("api/pipeline").getJsonObject("feed")
                    .getString("state").equals("finished"));
            await().atMost(Duration.ofMinutes(1)).until(() ->
                    demo.getJson("api/pipeline").getJsonObject("journal").getInt("lag") == 0);
            List<String> ids = demo.getJson("api/events?limit=1000").getJsonArray("events")
                    .getValuesAs(JsonObject.class).stream().map(event -> event.getString("id")).limit(MORNING).toList();
            time(why + ", " + ids.size() + " events", () -> demo.get(
                    "api/events/" + ids.get(random.nextInt(ids.size())) + "/why"));
            for (String symbol : List.of("SPY", "BAC", "AIG")) {
                time("why not, " + symbol, () -> demo.get("api/why-not?symbol=" + symbol + "&type="
                        + TYPES.get(random.nextInt(TYPES.size())) + "&at=" + (OPEN_MS + random.nextInt(REGULAR_MS))));
            }
        }
    }

    private void time(String what, Supplier<HttpResponse<String>> question) {
        List<Double> ms = new ArrayList<>();
        for (int i = 0; i < WARM_UP + QUESTIONS; i++) {
            long startNs = System.nanoTime();
            assertThat(question.get().statusCode()).isEqualTo(200);
            if (i >= WARM_UP) {
                ms.add((System.nanoTime() - startNs) / 1e6);
            }
        }
        ms.sort(null);
        lines.add("| %s | %.1f | %.1f | %.1f | %.1f |".formatted(what, ms.get(QUESTIONS / 2),
                ms.get(QUESTIONS * 99 / 100), ms.get(QUESTIONS - 1),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    }
}
