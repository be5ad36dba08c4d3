package org.tickstock.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.feed.FeedStatus;

/** The golden cases of the market rules, worked out by hand: every folder of {@code conformance}, one and two lanes. */
@Timeout(60)
class ConformanceTest {

    private static final String EVENTS = "expected.csv";
    private static final String EXTREMES = "extremes.csv";
    private static final String BARS = "bars.csv";
    private static final String VERDICTS = "verdicts.csv";
    private static final String TRENDS = "trends.csv";

    @ParameterizedTest(name = "{0}, {1} lanes")
    @MethodSource("cases")
    void doesWhatTheCaseExpects(ConformanceCase conformance, int lanes) {
        ConformanceRun run = ConformanceRun.of(conformance, lanes);

        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(run.feedStatus().state()).as(run.feedStatus().detail())
                .isEqualTo(FeedStatus.State.FINISHED);
        softly.assertThat(run.pipelineStatus().balanced()).as("ledger balances").isTrue();
        compare(softly, conformance, EVENTS, run.events());
        compare(softly, conformance, EXTREMES, run.extremes());
        compare(softly, conformance, BARS, run.bars());
        compare(softly, conformance, VERDICTS, run.verdicts());
        if (conformance.has(TRENDS)) {
            softly.assertThat(trendsOf(conformance, run.others())).as(TRENDS + " of " + conformance)
                    .isEqualTo(text(conformance.lines(TRENDS)));
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void raisesTheSameEventsOnOneLaneAndOnTwo(ConformanceCase conformance) {
        String one = ConformanceRun.of(conformance, 1).sha256();

        assertThat(ConformanceRun.of(conformance, 2).sha256()).isEqualTo(one);
    }

    @ParameterizedTest
    @MethodSource("folders")
    void saysWhatHappened(ConformanceCase conformance) {
        assertThat(conformance.has("README.md")).as(conformance + " has a README.md").isTrue();
        assertThat(Stream.of(EVENTS, EXTREMES, BARS, VERDICTS, TRENDS).filter(conformance::has)).isNotEmpty();
    }

    @Test
    void hasCases() {
        assertThat(ConformanceCase.all()).hasSizeGreaterThan(30);
    }

    static Stream<Arguments> cases() {
        return ConformanceCase.all().stream()
                .flatMap(conformance -> Stream.of(Arguments.of(conformance, 1), Arguments.of(conformance, 2)));
    }

    static Stream<ConformanceCase> folders() {
        return ConformanceCase.all().stream();
    }

    private static void compare(
            SoftAssertions softly, ConformanceCase conformance, String file, List<String> actual) {
        if (conformance.has(file)) {
            softly.assertThat(text(actual)).as(file + " of " + conformance)
                    .isEqualTo(text(conformance.lines(file)));
        }
    }

    /** The case's rows with the counts found: symbol, first and last millisecond, type, direction, count. */
    private static String trendsOf(ConformanceCase conformance, List<DisplayMessage> events) {
        List<DisplayMessage> left = new ArrayList<>(events);
        List<String> found = new ArrayList<>();
        for (String row : conformance.lines(TRENDS)) {
            String[] cells = row.split(",");
            List<DisplayMessage> inside = left.stream().filter(event -> isInside(event, cells)).toList();
            left.removeAll(inside);
            cells[cells.length - 1] = String.valueOf(inside.size());
            found.add(String.join(",", cells));
        }
        left.forEach(event -> found.add("unexpected " + event.id() + " at " + event.tsEventNs() / 1_000_000));
        return text(found);
    }

    private static boolean isInside(DisplayMessage event, String[] cells) {
        long tsMs = event.tsEventNs() / 1_000_000;
        return event.symbol().equals(cells[0]) && tsMs >= Long.parseLong(cells[1]) && tsMs <= Long.parseLong(cells[2])
                && event.type().wireName().equals(cells[3]) && event.direction().wireName().equals(cells[4]);
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines);
    }
}
