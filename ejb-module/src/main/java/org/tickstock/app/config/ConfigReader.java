package org.tickstock.app.config;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;

/**
 * Reads typed values and remembers every fault, so that all are told together.
 *
 * <p>A value that cannot be read is replaced by {@code otherwise}, which never comes into use: faults end the start.
 * <p>Thread: one.
 */
final class ConfigReader {

    private static final int ANY_NUMBER = 1;

    private final Config config;
    private final List<String> faults = new ArrayList<>();

    ConfigReader(Config config) {
        this.config = config;
    }

    /** The text, without white space around it; empty when it is not set. */
    String text(ConfigKey key) {
        return config.getOptionalValue(key.key(), String.class).map(String::strip).orElse("");
    }

    /** The comma-separated list, possibly empty. */
    List<String> list(ConfigKey key) {
        return Arrays.stream(text(key).split(",")).map(String::strip).filter(each -> !each.isEmpty()).toList();
    }

    int whole(ConfigKey key) {
        return read(key, "must be a whole number", Integer::parseInt, ANY_NUMBER);
    }

    long longWhole(ConfigKey key) {
        return read(key, "must be a whole number", Long::parseLong, (long) ANY_NUMBER);
    }

    double number(ConfigKey key) {
        return read(key, "must be a number", ConfigReader::finite, (double) ANY_NUMBER);
    }

    /** The date, or null when it is not set. */
    LocalDate date(ConfigKey key) {
        return text(key).isEmpty() ? null : read(key, "must be a date like 2013-10-08", LocalDate::parse, null);
    }

    /** One of {@code allowed}; the first of them after a fault. */
    String oneOf(ConfigKey key, List<String> allowed) {
        String value = text(key);
        if (!allowed.contains(value)) {
            fault(key.key() + " must be one of " + String.join(", ", allowed) + ", was '" + value + "'");
            return allowed.get(0);
        }
        return value;
    }

    /** A part that is made of one value by rules of its own. */
    <T> T parsed(ConfigKey key, Function<String, T> parser, T otherwise) {
        return build(() -> parser.apply(text(key))).orElse(otherwise);
    }

    /** A record whose own checks name the key at fault; empty after a fault. */
    <T> Optional<T> build(Supplier<T> constructor) {
        int before = faults.size();
        try {
            return Optional.of(constructor.get());
        } catch (IllegalArgumentException refused) {
            // A value that could not be read was replaced; what the record says about the replacement means nothing.
            if (faults.size() == before) {
                fault(refused.getMessage());
            }
            return Optional.empty();
        }
    }

    void fault(String text) {
        faults.add(text);
    }

    /** Ends the start when there was any fault. */
    void requireNoFaults() {
        if (!faults.isEmpty()) {
            throw new InvalidConfigurationException(faults);
        }
    }

    private <T> T read(ConfigKey key, String rule, Function<String, T> parser, T otherwise) {
        String value = text(key);
        try {
            return parser.apply(value);
        } catch (NumberFormatException | DateTimeParseException unreadable) {
            fault(key.key() + " " + rule + ", was '" + value + "'");
            return otherwise;
        }
    }

    private static double finite(String text) {
        double value = Double.parseDouble(text);
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new NumberFormatException("not finite");
        }
        return value;
    }
}
