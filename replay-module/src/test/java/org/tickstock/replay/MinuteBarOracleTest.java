package org.tickstock.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Minute bars of three real days against the vendor's own: every minute that either of them has, in all sessions. */
@Timeout(120)
class MinuteBarOracleTest {

    private static final int OPEN = 0;
    private static final int HIGH = 1;
    private static final int LOW = 2;
    private static final int CLOSE = 3;
    private static final int VOLUME = 4;

    @Test
    void buildsTheVendorsBarsByTheVendorsRules() {
        Agreement lean = agreement("lean");

        System.out.println("minute bars against the vendor's, lean: " + lean);
        assertThat(lean.minutes).isGreaterThan(5_000);
        assertThat(lean.share(lean.prices)).as("%s", lean).isGreaterThanOrEqualTo(0.99);
        assertThat(lean.share(lean.volumes)).as("%s", lean).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void differsFromTheVendorByTheRulesOfTheTapeAsMeasured() {
        Agreement sip = agreement("sip");

        System.out.println("minute bars against the vendor's, sip: " + sip);
        assertThat(sip.share(sip.prices)).as("%s", sip).isBetween(0.80, 0.90);
    }

    private static Agreement agreement(String profile) {
        Map<String, List<BigDecimal>> theirs = new HashMap<>();
        for (String[] row : SharedData.rows(SharedData.require("bars/minute_bars.csv.gz"))) {
            String day = Instant.ofEpochMilli(Long.parseLong(row[1])).toString().substring(0, 10);
            if (RealReplay.SYMBOLS.contains(row[0]) && SharedData.DAYS.contains(day)) {
                theirs.put(row[0] + "@" + row[1], numbers(List.of(row)));
            }
        }
        Map<String, List<BigDecimal>> ours = new HashMap<>();
        RealReplay.of(profile, 2).bars().forEach(row -> ours.put(row.get(0) + "@" + row.get(1), numbers(row)));
        Agreement agreement = new Agreement();
        Set<String> minutes = new HashSet<>(theirs.keySet());
        minutes.addAll(ours.keySet());
        minutes.forEach(minute -> agreement.add(theirs.get(minute), ours.get(minute)));
        return agreement;
    }

    /** Open, high, low, close, volume, in a form in which equal numbers are equal. */
    private static List<BigDecimal> numbers(List<String> row) {
        return row.subList(2, row.size()).stream().map(cell -> new BigDecimal(cell).stripTrailingZeros()).toList();
    }

    private static final class Agreement {

        private int minutes;
        private int prices;
        private int ranges;
        private int volumes;
        private int onlyTheirs;
        private int onlyOurs;

        void add(List<BigDecimal> theirs, List<BigDecimal> ours) {
            minutes++;
            onlyTheirs += ours == null ? 1 : 0;
            onlyOurs += theirs == null ? 1 : 0;
            if (theirs != null && ours != null) {
                boolean sameRange = same(theirs, ours, HIGH) && same(theirs, ours, LOW);
                ranges += sameRange ? 1 : 0;
                prices += sameRange && same(theirs, ours, OPEN) && same(theirs, ours, CLOSE) ? 1 : 0;
                volumes += same(theirs, ours, VOLUME) ? 1 : 0;
            }
        }

        double share(int count) {
            return (double) count / minutes;
        }

        private static boolean same(List<BigDecimal> theirs, List<BigDecimal> ours, int index) {
            return theirs.get(index).equals(ours.get(index));
        }

        @Override
        public String toString() {
            return String.format("%d minutes, %.2f %% with all four prices, %.2f %% with high and low, %.2f %% with the"
                            + " volume; %d only theirs, %d only ours", minutes, 100 * share(prices),
                    100 * share(ranges), 100 * share(volumes), onlyTheirs, onlyOurs);
        }
    }
}
