package org.tickstock.it.fault;

import java.time.Duration;

/** The server's wall clock is put forward by an hour and back again. */
final class ClockStep implements Fault {

    private static final Duration STEP = Duration.ofHours(1);
    private static final int EVENTS = 200;

    @Override
    public String name() {
        return "clock step";
    }

    @Override
    public String does() {
        return "the server's wall clock, an hour forward and an hour back; events must go on both times";
    }

    @Override
    public void strike(Stand stand, Crowd crowd) {
        stand.clock().putOff(STEP);
        awaitMore(stand, crowd);
        stand.clock().putOff(Duration.ZERO);
        awaitMore(stand, crowd);
    }

    /** Some rounds of it: what was on its way already does not count. */
    private static void awaitMore(Stand stand, Crowd crowd) {
        for (int i = 0; i < 3; i++) {
            LogEnd now = stand.end();
            LogEnd later = new LogEnd(now.epoch(), now.last() + EVENTS);
            stand.awaitThat("clients go on to " + later, () -> crowd.hasCovered(later));
        }
    }
}
