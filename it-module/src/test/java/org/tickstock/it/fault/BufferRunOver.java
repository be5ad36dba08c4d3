package org.tickstock.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** Every buffer on the way is far too small: the queue of events, that of converted ones, and the log. */
final class BufferRunOver implements Fault {

    private static final Map<String, String> TINY = Map.of(
            "TICKSTOCK_PRIORITIZE_CAPACITY", "16",
            "TICKSTOCK_WORK_BATCH", "4",
            "TICKSTOCK_WORK_DISPLAY_CAPACITY", "2",
            "TICKSTOCK_COLLECT_INTERVAL_MS", "1000",
            "TICKSTOCK_COLLECT_LOG_CAPACITY", "2",
            "TICKSTOCK_JOURNAL_INTERVAL_MS", "1000");

    private static final int MANY = 20;

    @Override
    public String name() {
        return "event buffers run over";
    }

    @Override
    public String does() {
        return "a new start in good order with room for 16 events in the queue, 2 converted ones and 2 in the log,"
                + " collected and journalled once a second";
    }

    @Override
    public void strike(Stand stand, Crowd crowd) {
        stand.restart(TINY);
        stand.awaitThat("events lost", () -> {
            crowd.tend();
            return stand.ledger().journalLost() > MANY;
        });
        // Neither an invented nor a recorded market is refused anything: its feed waits.
        assertThat(stand.ledger().refusedByType()).isEmpty();
    }
}
