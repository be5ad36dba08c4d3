package org.tickstock.app.log;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A concern that an operator turns up or down as one, and the loggers it stands for.
 *
 * <p>Source: the domains of the first system (core, sign-in, settings, universes), and those that this one adds.
 */
public enum LogDomain {

    /** The way of a tick up to its event. */
    CORE("org.tickstock.engine", "org.tickstock.app.detect", "org.tickstock.app.work", "org.tickstock.app.collect"),
    /** Where ticks come from. */
    MARKET_DATA("org.tickstock.app.feed", "org.tickstock.app.session"),
    /** Who gets what. */
    DELIVERY("org.tickstock.app.emit", "org.tickstock.web.emit"),
    /** Who signs in and out. */
    AUTH_SESSION("org.tickstock.app.account", "org.tickstock.web.account"),
    /** What users chose. */
    USER_SETTINGS("org.tickstock.app.subscription"),
    /** Universes and their members. */
    UNIVERSE_TRACKING("org.tickstock.app.universe"),
    /** The database and what is written there. */
    JOURNAL("org.tickstock.app.journal", "org.tickstock.app.database"),
    /** What is imported, and what came of each day. */
    HISTORY("org.tickstock.app.history", "org.tickstock.app.endofday"),
    /** Each request, with its id. */
    REQUESTS("org.tickstock.web.log", "org.tickstock.web.problem");

    private final List<String> loggers;

    LogDomain(String... loggers) {
        this.loggers = List.of(loggers);
    }

    /** The loggers, each with everything below it. */
    public List<String> loggers() {
        return loggers;
    }

    /** Its name on the wire: {@code market_data}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The domain of this wire name. */
    public static Optional<LogDomain> of(String wireName) {
        return Stream.of(values()).filter(domain -> domain.wireName().equals(wireName)).findFirst();
    }
}
