package org.tickstock.it.fault;

/**
 * A declared gap.
 *
 * @param epoch its log
 * @param from first offset
 * @param to last offset, {@link Long#MAX_VALUE} where nobody knows
 */
record Hole(long epoch, long from, long to) {

    boolean covers(long log, long offset) {
        return log == epoch && offset >= from && offset <= to;
    }
}
