package org.tickstock.it.fault;

import java.time.Duration;
import java.util.List;

/**
 * One fault from the quiet before to the quiet after, and its accounts.
 *
 * <p>Thread: the test's.
 */
final class Trial {

    private static final int STANDING_CROWD = 12;

    private final Stand stand;

    Trial(Stand stand) {
        this.stand = stand;
    }

    Finding run(Fault fault) {
        long startNs = System.nanoTime();
        try (Crowd crowd = new Crowd(stand)) {
            Ledger ledger = stand.ledger();
            LogEnd before = stand.end();
            crowd.join(STANDING_CROWD);
            stand.awaitThat("everyone connected", crowd::isConnected);

            fault.strike(stand, crowd);

            LogEnd after = settle(crowd);
            Ledger now = stand.ledger();
            long refused = now.refusedEvents() - (now.epoch() == ledger.epoch() ? ledger.refusedEvents() : 0);
            return new Accounting(fault, stand.journal(), stretches(before, after, crowd))
                    .of(crowd.clients(), refused, Duration.ofNanos(System.nanoTime() - startNs));
        }
    }

    /** Waits until what was detected by now is in the database and at every client, and the ledger balances. */
    private LogEnd settle(Crowd crowd) {
        stand.awaitThat("ready", stand.server()::isReady);
        LogEnd target = stand.end();
        stand.awaitThat("journalled " + target, () -> stand.ledger().durable() >= target.last());
        stand.awaitThat("balanced", () -> stand.ledger().isBalanced());
        stand.awaitThat("everyone at " + target, () -> crowd.hasCovered(target));
        return target;
    }

    private List<Stretch> stretches(LogEnd before, LogEnd after, Crowd crowd) {
        if (before.epoch() == after.epoch()) {
            return List.of(Stretch.live(before.epoch(), before.last(), after.last()));
        }
        long seen = Math.max(stand.lastSeenOf(before.epoch()), crowd.lastSeenOf(before.epoch()));
        long journalled = stand.journal().last(before.epoch());
        Stretch first = stand.wasKilled()
                ? new Stretch(before.epoch(), before.last(), Math.max(seen, journalled), journalled)
                : Stretch.live(before.epoch(), before.last(), journalled);
        return List.of(first, Stretch.live(after.epoch(), 0, after.last()));
    }
}
