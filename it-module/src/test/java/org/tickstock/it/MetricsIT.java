package org.tickstock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.tickstock.launcher.TickStockServer;

/** What monitoring is told, the same on every server. */
@Tag(TestBed.EVERY_SERVER)
@ResourceLock(TestBed.SHARED_SERVER)
@ExtendWith(SharedServer.class)
class MetricsIT {

    private static final Path PAGE = Path.of("..", "docs", "metrics.md");
    private static final Pattern DOCUMENTED = Pattern.compile("`(tickstock_[a-z_]+)`");
    private static final Pattern CYCLES =
            Pattern.compile("(?m)^tickstock_emission_cycles(?:_skipped)?(?:\\{[^}]*})? ([0-9.E+-]+)$");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern SAMPLE = Pattern.compile("(?m)^(tickstock_[a-z_]+)(\\{[^}]*})? [0-9.E+-]+$");

    @Test
    void servesExactlyTheFiguresThatAreDocumented(TickStockServer server) throws IOException {
        HttpResponse<String> answer = Http.get(server.address().resolve("metrics"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("text/plain");
        assertThat(names(SAMPLE, answer.body())).isEqualTo(names(DOCUMENTED, Files.readString(PAGE)));
    }

    @Test
    void labelsFiguresOfOneNameApart(TickStockServer server) {
        String figures = Http.get(server.address().resolve("metrics")).body();

        assertThat(figures).containsPattern("tickstock_stage_refused\\{[^}]*reason=\"[a-z_]+\"[^}]*} ")
                .containsPattern("tickstock_emission_cycle_duration_seconds_bucket\\{[^}]*le=\"\\+Inf\"[^}]*} ")
                .containsPattern("tickstock_balanced(\\{[^}]*})? 1.0");
    }

    @Test
    void countsAnEmissionCycleEverySecond(TickStockServer server) {
        double before = cycles(server);
        long startNs = System.nanoTime();

        await().atMost(PATIENCE).until(() -> cycles(server) >= before + 5);

        // Four whole seconds lie between the first of them and the fifth; a busy machine may be late, never early.
        assertThat(Duration.ofNanos(System.nanoTime() - startNs)).isBetween(Duration.ofMillis(3_900), PATIENCE);
    }

    /** Those that ran, and those that were due while the one before was at work. */
    private static double cycles(TickStockServer server) {
        String figures = Http.get(server.address().resolve("metrics")).body();
        return CYCLES.matcher(figures).results().mapToDouble(found -> Double.parseDouble(found.group(1))).sum();
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
