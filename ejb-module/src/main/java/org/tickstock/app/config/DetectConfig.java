package org.tickstock.app.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickstock.engine.detect.DetectSettings;
import org.tickstock.engine.detect.HighLowThresholds;
import org.tickstock.engine.detect.HighLowThresholds.Band;
import org.tickstock.engine.detect.SurgeThresholds;
import org.tickstock.engine.detect.TrendThresholds;

/**
 * Reads what detection and its rules are told.
 *
 * <p>Thread: stateless.
 */
final class DetectConfig {

    private static final List<String> CONDITIONS = List.of("sip", "lean");
    private static final int MICROS_DIGITS = 6;
    private static final String NO_UPPER_END = "*";

    private DetectConfig() {
    }

    static Optional<DetectSettings> detect(ConfigReader reader, boolean mayWait) {
        return reader.build(() -> new DetectSettings(
            reader.whole(ConfigKey.DETECT_LANES),
            reader.whole(ConfigKey.DETECT_INBOX_SIZE),
            mayWait,
            reader.oneOf(ConfigKey.DETECT_CONDITIONS, CONDITIONS),
            reader.whole(ConfigKey.DETECT_MAX_REPORT_DELAY_MS),
            reader.whole(ConfigKey.WHY_MEMORY_MB)));
    }

    static Optional<HighLowThresholds> highLow(ConfigReader reader) {
        return reader.build(() -> new HighLowThresholds(
            reader.parsed(ConfigKey.HIGHLOW_BANDS, DetectConfig::bands, HighLowThresholds.defaults().bands()),
            reader.number(ConfigKey.HIGHLOW_EXTENDED_MULTIPLIER),
            reader.number(ConfigKey.HIGHLOW_OPENING_MULTIPLIER),
            reader.whole(ConfigKey.HIGHLOW_OPENING_MINUTES),
            reader.whole(ConfigKey.HIGHLOW_COOLDOWN_MS),
            reader.whole(ConfigKey.HIGHLOW_REVERSAL_WINDOW_S)));
    }

    static Optional<TrendThresholds> trend(ConfigReader reader) {
        return reader.build(() -> new TrendThresholds(
            reader.number(ConfigKey.TREND_WEAK_ENTER),
            reader.number(ConfigKey.TREND_WEAK_LEAVE),
            reader.number(ConfigKey.TREND_MODERATE_ENTER),
            reader.number(ConfigKey.TREND_MODERATE_LEAVE),
            reader.number(ConfigKey.TREND_STRONG_ENTER),
            reader.number(ConfigKey.TREND_STRONG_LEAVE),
            reader.number(ConfigKey.TREND_RETRACEMENT),
            reader.whole(ConfigKey.TREND_REPEAT_S),
            reader.number(ConfigKey.TREND_REPEAT_SCORE)));
    }

    static Optional<SurgeThresholds> surge(ConfigReader reader) {
        return reader.build(() -> new SurgeThresholds(
            reader.whole(ConfigKey.SURGE_INTERVAL_S),
            reader.whole(ConfigKey.SURGE_BUSY_INTERVAL_S),
            reader.whole(ConfigKey.SURGE_OPENING_MINUTES),
            reader.whole(ConfigKey.SURGE_CLOSING_MINUTES),
            reader.number(ConfigKey.SURGE_MULTIPLIER),
            reader.number(ConfigKey.SURGE_SIGMAS),
            reader.number(ConfigKey.SURGE_EXTENDED_MULTIPLIER),
            reader.whole(ConfigKey.SURGE_COOLDOWN_S),
            reader.whole(ConfigKey.SURGE_OPENING_COOLDOWN_S),
            reader.whole(ConfigKey.SURGE_EXTENDED_COOLDOWN_S),
            reader.whole(ConfigKey.SURGE_OTHER_WAY_S),
            reader.whole(ConfigKey.SURGE_MOST_PER_HALF_HOUR)));
    }

    /** Reads {@code below:dollars:percent} for each band, cheapest first; the last one is below {@code *}. */
    private static List<Band> bands(String text) {
        List<Band> bands = new ArrayList<>();
        try {
            for (String band : text.split(",")) {
                String[] parts = band.strip().split(":");
                long below = NO_UPPER_END.equals(parts[0]) ? Long.MAX_VALUE : micros(parts[0]);
                bands.add(new Band(below, micros(parts[1]), positive(parts[2]).doubleValue()));
            }
        } catch (ArithmeticException | ArrayIndexOutOfBoundsException | NumberFormatException unreadable) {
            throw refused(text, unreadable);
        }
        boolean ascending = true;
        for (int i = 1; i < bands.size(); i++) {
            ascending &= bands.get(i - 1).belowMicros() < bands.get(i).belowMicros();
        }
        if (!ascending || bands.get(bands.size() - 1).belowMicros() != Long.MAX_VALUE) {
            throw refused(text, null);
        }
        return bands;
    }

    private static long micros(String usd) {
        return positive(usd).movePointRight(MICROS_DIGITS).longValueExact();
    }

    private static BigDecimal positive(String text) {
        BigDecimal value = new BigDecimal(text.strip());
        if (value.signum() <= 0) {
            throw new NumberFormatException("not positive");
        }
        return value;
    }

    private static IllegalArgumentException refused(String text, Throwable cause) {
        return new IllegalArgumentException(ConfigKey.HIGHLOW_BANDS.key()
            + " must be below-usd:dollars:percent for each band, ascending, the last below *, was '" + text + "'",
            cause);
    }
}
