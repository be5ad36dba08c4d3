package org.tickstock.engine.state;

import java.util.ArrayList;
import java.util.List;

/**
 * Joins what was written of a symbol's stages with what its bars say now.
 *
 * <p>Bars reach back some months only, and where they begin the stage before is not known: what is said of the first
 * weeks of them is less true than what was written when more was known. After that the bars are right, since an import
 * may have corrected them.
 * <p>Thread: stateless.
 */
public final class StageHistory {

    /** After so many days of the calendar two closes in a row have confirmed whatever the stage was. */
    static final int SETTLING_DAYS = 30;

    private StageHistory() {
    }

    /** All changes that are known, oldest first; both are given so. */
    public static List<StageChange> joined(List<StageChange> written, List<StageChange> computed) {
        if (computed.isEmpty()) {
            return written;
        }
        int settled = computed.get(0).day() + SETTLING_DAYS;
        List<StageChange> all = new ArrayList<>(written.stream().filter(change -> change.day() <= settled).toList());
        int known = all.isEmpty() ? TradeDays.NONE : all.get(all.size() - 1).day();
        for (StageChange change : computed) {
            if (all.isEmpty()) {
                all.add(change);
            } else if (change.day() > known) {
                goOn(all, change);
            }
        }
        return all;
    }

    private static void goOn(List<StageChange> all, StageChange change) {
        Stage before = all.get(all.size() - 1).stage();
        if (change.previous() != Stage.INSUFFICIENT && change.stage() != before) {
            all.add(new StageChange(change.day(), change.stage(), before, change.sinceDay()));
        }
    }
}
