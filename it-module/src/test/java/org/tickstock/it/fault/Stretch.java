package org.tickstock.it.fault;

/**
 * A stretch of one log.
 *
 * @param epoch which log
 * @param after offset before the first
 * @param to last offset that anyone is known to have seen
 * @param journalledTo last offset in the database when the server was killed behind it, -1 when it was not
 */
record Stretch(long epoch, long after, long to, long journalledTo) {

    private static final long LIVES = -1;

    static Stretch live(long epoch, long after, long to) {
        return new Stretch(epoch, after, to, LIVES);
    }

    boolean isKilled() {
        return journalledTo != LIVES;
    }

    boolean holds(Delivery delivery) {
        return delivery.epoch() == epoch && delivery.offset() > after && delivery.offset() <= to;
    }
}
