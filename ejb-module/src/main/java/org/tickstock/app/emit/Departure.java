package org.tickstock.app.emit;

/**
 * How a connection ended.
 *
 * @param code close code
 * @param reason in words, possibly empty
 */
public record Departure(int code, String reason) {
}
