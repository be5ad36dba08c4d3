package org.tickstock.app.bar;

/**
 * Read-out of the way of minute bars into the database.
 *
 * @param written bars written since the start, in whatever state
 * @param revised how many of them had been written, or handed over, before
 * @param lastRound rows of the last round that wrote any
 * @param pending bars that wait for the database
 * @param lost bars that found the hand-off or the memory for waiting ones full
 * @param refused bars that break the rules of the table; their symbols are in the log
 * @param trouble why the last round did not get everything into the database, or null
 */
public record BarStatus(
        long written, long revised, int lastRound, int pending, long lost, long refused, String trouble) {
}
