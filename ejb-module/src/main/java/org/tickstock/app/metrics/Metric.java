package org.tickstock.app.metrics;

import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;

/**
 * One figure that is read when somebody asks.
 *
 * <p>Thread: {@code value} is called from any.
 *
 * @param name begins with {@code tickstock_}; ends with its unit where it has one
 * @param help what it tells, in a line
 * @param labels which of several figures of this name it is; all of one name have the same keys
 * @param value reads it
 */
public record Metric(String name, String help, Map<String, String> labels, DoubleSupplier value) {

    /** Checks and copies. */
    public Metric {
        if (!name.matches("tickstock_[a-z0-9_]+")) {
            throw new IllegalArgumentException("metric must be called tickstock_…, was " + name);
        }
        Objects.requireNonNull(help, "help");
        labels = Map.copyOf(labels);
        Objects.requireNonNull(value, "value");
    }

    static Metric of(String name, String help, DoubleSupplier value) {
        return new Metric(name, help, Map.of(), value);
    }

    static Metric flag(String name, String help, Map<String, String> labels, BooleanSupplier set) {
        return new Metric(name, help, labels, () -> set.getAsBoolean() ? 1 : 0);
    }
}
