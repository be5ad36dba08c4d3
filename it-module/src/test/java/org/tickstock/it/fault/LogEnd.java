package org.tickstock.it.fault;

/**
 * The newest event of a log.
 *
 * @param epoch which log
 * @param last its offset
 */
record LogEnd(long epoch, long last) {
}
