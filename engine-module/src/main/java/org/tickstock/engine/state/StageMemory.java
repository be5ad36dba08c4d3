package org.tickstock.engine.state;

import java.util.List;

/**
 * Changes the stage only after two consecutive closes in the same other one.
 *
 * <p>The first stage of all is confirmed at once: there is none to hold on to.
 * <p>Thread: its owner's; what it answers is immutable.
 */
final class StageMemory {

    private Stage lastRaw = Stage.INSUFFICIENT;
    private int lastRawDay = TradeDays.NONE;
    /** Oldest first; replaced, never changed. */
    private List<StageChange> changes = List.of();

    /** Takes a close for good. */
    void settle(int day, Stage raw) {
        changes = changesWith(day, raw);
        lastRaw = raw;
        lastRawDay = day;
    }

    /** The changes so far. */
    List<StageChange> changes() {
        return changes;
    }

    /** The changes as they would be if the newest bar closed as it is. */
    List<StageChange> changesWith(int day, Stage raw) {
        Stage confirmed = confirmed();
        if (raw == confirmed || raw == Stage.INSUFFICIENT) {
            return changes;
        }
        if (confirmed == Stage.INSUFFICIENT) {
            return List.of(new StageChange(day, raw, confirmed, day));
        }
        return raw == lastRaw ? plus(new StageChange(day, raw, confirmed, lastRawDay)) : changes;
    }

    private Stage confirmed() {
        return changes.isEmpty() ? Stage.INSUFFICIENT : changes.get(changes.size() - 1).stage();
    }

    private List<StageChange> plus(StageChange change) {
        StageChange[] longer = changes.toArray(new StageChange[changes.size() + 1]);
        longer[changes.size()] = change;
        return List.of(longer);
    }
}
