package org.tickstock.it.fault;

/**
 * One event as a client got it.
 *
 * @param epoch its log
 * @param offset its place there
 * @param idHash hash of its id
 */
record Delivery(long epoch, long offset, int idHash) {
}
