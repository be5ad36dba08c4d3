package org.tickstock.app.health;

/**
 * One answer of a probe.
 *
 * @param name {@code database}, {@code feed}, {@code pipeline} or {@code journal}
 * @param up whether it works
 * @param detail one sentence for a person
 */
public record Check(String name, boolean up, String detail) {
}
