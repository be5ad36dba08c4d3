package org.tickstock.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.detect.HighLowThresholds.Band;

/** A bad value stops the start and says key, rule and value. */
class ThresholdsTest {

    private static final List<Band> ALL_PRICES = List.of(new Band(Long.MAX_VALUE, 10_000, 0.1));

    @Test
    void hasTheBandsOfTheRules() {
        HighLowThresholds defaults = HighLowThresholds.defaults();

        assertThat(defaults.bandOf(999_999)).isEqualTo(new Band(1_000_000, 5_000, 0.20));
        assertThat(defaults.bandOf(1_000_000)).isEqualTo(new Band(5_000_000, 10_000, 0.15));
        assertThat(defaults.bandOf(4_999_999)).isEqualTo(new Band(5_000_000, 10_000, 0.15));
        assertThat(defaults.bandOf(5_000_000)).isEqualTo(new Band(25_000_000, 20_000, 0.10));
        assertThat(defaults.bandOf(25_000_000)).isEqualTo(new Band(100_000_000, 50_000, 0.08));
        assertThat(defaults.bandOf(100_000_000)).isEqualTo(new Band(Long.MAX_VALUE, 100_000, 0.05));
    }

    @Test
    void refusesBadHighLowFigures() {
        refuses(() -> new HighLowThresholds(List.of(), 2, 1.5, 15, 1_000, 300), "highlow.bands", "every price", "[]");
        refuses(() -> new HighLowThresholds(List.of(new Band(5, 1, 1)), 2, 1.5, 15, 1_000, 300),
                "highlow.bands", "every price", "belowMicros=5");
        refuses(() -> highLow(0, 1.5, 15, 1_000, 300), "highlow.extended-multiplier", "> 0", "was 0.0");
        refuses(() -> highLow(Double.NaN, 1.5, 15, 1_000, 300), "highlow.extended-multiplier", "> 0", "was NaN");
        refuses(() -> highLow(2, -1, 15, 1_000, 300), "highlow.opening-multiplier", "> 0", "was -1.0");
        refuses(() -> highLow(2, 1.5, -1, 1_000, 300), "highlow.opening-minutes", ">= 0", "was -1");
        refuses(() -> highLow(2, 1.5, 15, -1, 300), "highlow.cooldown-ms", ">= 0", "was -1");
        refuses(() -> highLow(2, 1.5, 15, 1_000, -1), "highlow.reversal-window-s", ">= 0", "was -1");
    }

    @Test
    void refusesBandsThatDoNotAscendOrNeedNothing() {
        Band all = ALL_PRICES.get(0);
        refuses(() -> new HighLowThresholds(List.of(new Band(9, 1, 1), new Band(9, 1, 1), all), 2, 1, 15, 0, 0),
                "highlow.bands", "ascend", "belowMicros=9");
        refuses(() -> HighLowThresholds.flat(0), "highlow.bands", "> 0", "percent=0.0");
        refuses(() -> HighLowThresholds.flat(Double.NaN), "highlow.bands", "> 0", "percent=NaN");
        refuses(() -> new HighLowThresholds(List.of(new Band(Long.MAX_VALUE, 0, 1)), 2, 1, 15, 0, 0),
                "highlow.bands", "> 0", "dollarsMicros=0");
    }

    @Test
    void refusesBadTrendFigures() {
        refuses(() -> trend(0.20, 0.20, 0.35, 0.50, 0.6), "trend", "rise", "0.2, 0.2");
        refuses(() -> trend(0.30, 0.20, 0.46, 0.50, 0.6), "trend", "moderate-leave", "was 0.46");
        refuses(() -> trend(0.30, 0.20, 0.35, 0.35, 0.6), "trend", "strong-leave", "was 0.35");
        refuses(() -> trend(0.30, 0.20, 0.35, 0.50, 1), "trend", "retracement", "was 1.0");
        refuses(() -> new TrendThresholds(0.3, 0.2, 0.45, 0.35, 0.6, 0.5, 0.6, 0, 0.1), "trend", "repeat-s", "was 0");
        refuses(() -> new TrendThresholds(0.3, 0.2, 0.45, 0.35, 0.6, 0.5, 0.6, 60, -0.1),
                "trend", "repeat-score", "was -0.1");
    }

    @Test
    void refusesBadSurgeFigures() {
        refuses(() -> surge(0, 5, 3, 3, 1.5, 60, 5), "surge.interval-s", "1 to 28", "was 0");
        refuses(() -> surge(10, 29, 3, 3, 1.5, 60, 5), "surge.busy-interval-s", "1 to 28", "was 29");
        refuses(() -> surge(10, 5, 1, 3, 1.5, 60, 5), "surge.multiplier", "> 1", "was 1.0");
        refuses(() -> surge(10, 5, 3, 0, 1.5, 60, 5), "surge.sigmas", "> 0", "was 0.0");
        refuses(() -> surge(10, 5, 3, 3, 0, 60, 5), "surge.extended-multiplier", "> 0", "was 0.0");
        refuses(() -> surge(10, 5, 3, 3, 1.5, -1, 5), "surge.cooldowns", ">= 0", "was -1");
        refuses(() -> surge(10, 5, 3, 3, 1.5, 60, 0), "surge.most-per-half-hour", "> 0", "was 0");
    }

    @Test
    void refusesBadLaneFigures() {
        refuses(() -> new DetectSettings(0, 1_024, false, "sip", 10_000), "lanes", "1 to 16", "was 0");
        refuses(() -> new DetectSettings(17, 1_024, false, "sip", 10_000), "lanes", "1 to 16", "was 17");
        refuses(() -> new DetectSettings(2, 1_000, false, "sip", 10_000), "inbox-size", "power of two", "was 1000");
        refuses(() -> new DetectSettings(2, Integer.MIN_VALUE, false, "sip", 10_000), "inbox-size", "power of two",
                "was -2147483648");
    }

    private static HighLowThresholds highLow(double extended, double opening, int minutes, int cooldown, int window) {
        return new HighLowThresholds(ALL_PRICES, extended, opening, minutes, cooldown, window);
    }

    private static TrendThresholds trend(double weakEnter, double weakLeave, double moderateLeave, double strongLeave,
            double retracement) {
        return new TrendThresholds(weakEnter, weakLeave, 0.45, moderateLeave, 0.60, strongLeave, retracement, 60, 0.10);
    }

    private static SurgeThresholds surge(int interval, int busy, double volume, double sigmas, double extended,
            int cooldown, int most) {
        return new SurgeThresholds(interval, busy, 15, 30, volume, sigmas, extended, cooldown, 45, 120, 15, most);
    }

    private static void refuses(ThrowingCallable making, String key, String rule, String value) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("tickstock.detect.").hasMessageContainingAll(key, rule, value);
    }
}
