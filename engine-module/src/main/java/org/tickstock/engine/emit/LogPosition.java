package org.tickstock.engine.emit;

/**
 * A place in a log.
 *
 * @param epoch which log
 * @param after the last offset before it
 */
record LogPosition(long epoch, long after) {
}
