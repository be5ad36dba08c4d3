package org.tickstock.engine.detect;

/**
 * One thing that a rule asks of a print before it raises an event, with the figures of one moment.
 *
 * @param name what is compared, with its unit
 * @param value what it was
 * @param relation how it must stand to {@code needed}
 * @param needed what the rule asks for
 * @param passed what the rule decided
 * @param alternative null where it must pass; else one of several ways, of which one must pass whole
 */
public record Gate(String name, double value, String relation, double needed, boolean passed, String alternative) {
}
