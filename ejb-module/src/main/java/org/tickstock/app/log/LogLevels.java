package org.tickstock.app.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;

/**
 * Reads and sets what the loggers of a domain let through, until the server stops.
 *
 * <p>Through the platform's own logging, which every server takes over.
 * <p>Thread: any.
 */
@ApplicationScoped
public class LogLevels {

    private static final Map<Level, java.util.logging.Level> LEVELS = new EnumMap<>(Map.of(
        Level.TRACE, java.util.logging.Level.FINER,
        Level.DEBUG, java.util.logging.Level.FINE,
        Level.INFO, java.util.logging.Level.INFO,
        Level.WARNING, java.util.logging.Level.WARNING,
        Level.ERROR, java.util.logging.Level.SEVERE,
        Level.OFF, java.util.logging.Level.OFF));

    /** Held here: a logger that nobody holds forgets its level. */
    private final Map<LogDomain, List<Logger>> loggers = new EnumMap<>(LogDomain.class);

    /** Finds the loggers. */
    public LogLevels() {
        for (LogDomain domain : LogDomain.values()) {
            // No lambda: Liberty notes who first asked for a logger, to inject its trace there, and cannot into those.
            List<Logger> found = new ArrayList<>();
            for (String logger : domain.loggers()) {
                found.add(Logger.getLogger(logger));
            }
            loggers.put(domain, found);
        }
    }

    /** A server that writes details only where it was told so before is told to write all; this closes it again. */
    void close(@Observes @Initialized(ApplicationScoped.class) Object started) {
        loggers.keySet().forEach(domain -> set(domain, Level.INFO));
    }

    /** The most detailed level that every logger of the domain lets through. */
    public Level levelOf(LogDomain domain) {
        return LEVELS.keySet().stream()
            .filter(level -> level != Level.OFF)
            .filter(level -> loggers.get(domain).stream().allMatch(logger -> logger.isLoggable(LEVELS.get(level))))
            .findFirst().orElse(Level.OFF);
    }

    /** Lets through from {@code level} on. */
    public void set(LogDomain domain, Level level) {
        java.util.logging.Level platformLevel = LEVELS.get(level);
        if (platformLevel == null) {
            throw new IllegalArgumentException("level must be one of " + LEVELS.keySet() + ", was " + level);
        }
        loggers.get(domain).forEach(logger -> logger.setLevel(platformLevel));
    }
}
