package org.tickstock.engine.collect;

/**
 * Offsets that a reader asked for and the log does not hold any more: declared, never silent.
 *
 * @param from first missing offset
 * @param to last missing offset
 */
public record Gap(long from, long to) {
}
