package org.tickstock.bench.baseline;

import java.util.List;
import java.util.Set;
import org.tickstock.engine.market.MarketSession;

/** What trade conditions forbid, by the consolidated tape's table. */
final class PlainConditions {

    private static final int FORM_T = 12;
    private static final Set<Integer> NO_HIGH_LOW = Set.of(2, 7, 13, 15, 16, 20, 21, 37, 52, 53);
    private static final Set<Integer> NO_VOLUME = Set.of(15, 16, 38);

    private PlainConditions() {
    }

    static boolean mayMoveHighLow(List<Integer> conditions, MarketSession session) {
        for (Integer condition : conditions) {
            if (NO_HIGH_LOW.contains(condition) || condition == FORM_T && session == MarketSession.REGULAR) {
                return false;
            }
        }
        return true;
    }

    static boolean addsVolume(List<Integer> conditions) {
        for (Integer condition : conditions) {
            if (NO_VOLUME.contains(condition)) {
                return false;
            }
        }
        return true;
    }
}
