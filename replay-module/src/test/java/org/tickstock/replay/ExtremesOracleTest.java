package org.tickstock.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Official extremes and volumes of three real days against a plain reading of the tape and the vendor's bars. */
@Timeout(120)
class ExtremesOracleTest {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    @ParameterizedTest
    @ValueSource(strings = {"sip", "lean"})
    void findsTheExtremesOfThePlainReading(String profile) {
        ReferenceExtremes reference = new ReferenceExtremes(profile);
        for (String day : SharedData.DAYS) {
            reference.read(day, SharedData.require("tape/" + day + ".csv.gz"));
        }

        List<List<String>> ours = RealReplay.of(profile, 2).extremes().stream().map(row -> List.of(
                row.get(0), row.get(1), row.get(2), plain(row.get(3)), plain(row.get(4)), row.get(7))).toList();

        assertThat(ours).hasSize(36).containsExactlyInAnyOrderElementsOf(reference.rows());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sip", "lean"})
    void isWithinACentOfTheVendorsDailyBars(String profile) {
        Map<String, List<String>> days = RealReplay.of(profile, 2).extremes().stream()
                .filter(row -> row.get(2).equals("DAY"))
                .collect(Collectors.toMap(row -> row.get(1) + "@" + row.get(0), row -> row));
        List<String> exact = new ArrayList<>();
        int compared = 0;
        for (String[] bar : SharedData.rows(SharedData.require("daily/daily_long_lean.csv.gz"))) {
            List<String> day = days.get(bar[0] + "@" + bar[1]);
            if (day != null) {
                compared++;
                BigDecimal high = new BigDecimal(day.get(3)).subtract(new BigDecimal(bar[3])).abs();
                BigDecimal low = new BigDecimal(day.get(4)).subtract(new BigDecimal(bar[4])).abs();
                assertThat(high.max(low)).as("%s against %s", day, List.of(bar)).isLessThanOrEqualTo(CENT);
                if (high.add(low).signum() == 0) {
                    exact.add(bar[0] + "@" + bar[1]);
                }
            }
        }

        System.out.println("daily bars to the cent, " + profile + ": " + exact.size() + " of " + compared);
        assertThat(compared).isEqualTo(9);
        assertThat(exact).hasSizeGreaterThanOrEqualTo(profile.equals("sip") ? 6 : 7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sip", "lean"})
    void keepsLiveExtremesWithinTheOfficialOnes(String profile) {
        assertThat(RealReplay.of(profile, 2).extremes()).allSatisfy(row -> {
            assertThat(new BigDecimal(row.get(5))).isLessThanOrEqualTo(new BigDecimal(row.get(3)));
            assertThat(new BigDecimal(row.get(6))).isGreaterThanOrEqualTo(new BigDecimal(row.get(4)));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sip", "lean"})
    void agreesWithTheMinuteBarsOfEachSession(String profile) {
        Map<String, List<List<String>>> bars = RealReplay.of(profile, 2).bars().stream()
                .collect(Collectors.groupingBy(ExtremesOracleTest::sessionOf));

        List<List<String>> sessions = RealReplay.of(profile, 2).extremes().stream()
                .filter(row -> !row.get(2).equals("DAY")).toList();
        assertThat(sessions).hasSize(27).allSatisfy(row -> {
            List<List<String>> minutes = bars.get(String.join(" ", row.subList(0, 3)));
            assertThat(minutes.stream().map(bar -> new BigDecimal(bar.get(3))).reduce(BigDecimal::max))
                    .hasValue(new BigDecimal(row.get(3)));
            assertThat(minutes.stream().map(bar -> new BigDecimal(bar.get(4))).reduce(BigDecimal::min))
                    .hasValue(new BigDecimal(row.get(4)));
            assertThat(minutes.stream().map(bar -> new BigDecimal(bar.get(6))).reduce(BigDecimal::add).orElseThrow())
                    .isLessThanOrEqualTo(new BigDecimal(row.get(7)));
        });
    }

    private static String sessionOf(List<String> bar) {
        ZonedDateTime start = Instant.ofEpochMilli(Long.parseLong(bar.get(1))).atZone(ZoneId.of("America/New_York"));
        LocalTime time = start.toLocalTime();
        String session = time.isBefore(LocalTime.of(9, 30)) ? "PRE"
                : time.isBefore(LocalTime.of(16, 0)) ? "REGULAR" : "AFTER";
        return start.toLocalDate() + " " + bar.get(0) + " " + session;
    }

    private static String plain(String number) {
        return new BigDecimal(number).stripTrailingZeros().toPlainString();
    }
}
