package org.tickstock.engine.emit;

/**
 * Read-out of a connection's ledger: {@code offered} = {@code filtered} + {@code sent} + {@code inFlight} +
 * {@code waiting} + {@code inGaps} + {@code broken}, exactly.
 *
 * @param epoch the log it reads; 0 before it started
 * @param after the last offset that was settled for it
 * @param offered events of the logs it read, from where it began up to the newest
 * @param filtered those that its user does not watch
 * @param sent those on the wire
 * @param inFlight those handed over, their send not completed yet
 * @param waiting those not looked at yet
 * @param inGaps those declared by {@code gap}
 * @param gaps how many gaps were declared; of some nobody knows how many events they are
 * @param broken those handed over when the connection broke
 * @param skippedCycles emission cycles that passed it over because the frame before was still in flight
 * @param acknowledged events of {@code sent} and {@code inFlight} that the client said it has
 * @param ackOffset the last offset it said it has; -1 before the first
 * @param ackAtNs when it said so, nanoseconds UTC; 0 before the first
 * @param ackLatencyNs from handing a frame over to its acknowledgement; -1 while none is known
 */
public record ConnectionStatus(
        long epoch, long after, long offered, long filtered, long sent, long inFlight, long waiting, long inGaps,
        long gaps, long broken, long skippedCycles, long acknowledged, long ackOffset, long ackAtNs,
        long ackLatencyNs) {

    /** Events that are not accounted for: none, or there is a fault in here. */
    public long lost() {
        return offered - filtered - sent - inFlight - waiting - inGaps - broken;
    }

    /** Whether every event offered is accounted for. */
    public boolean balanced() {
        return lost() == 0 && inFlight >= 0 && waiting >= 0;
    }
}
