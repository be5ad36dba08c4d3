package org.tickstock.engine.state;

import java.util.List;

/**
 * The stage of a symbol, and what led to it.
 *
 * @param changes how the confirmed stage came about, oldest first; empty while there are too few bars
 * @param stage the confirmed stage
 * @param changedDay on whose close it took the place of another, an epoch day; {@link StateMoment#NO_DAY} if it never
 *     did
 * @param live what the newest bar would be by itself
 * @param extensionAtr how many ATR the close lies above its 50-bar average; NaN where that is not known
 * @param holdDays on how many bars in a row the close was above its 20-bar average and less than 3 ATR extended
 */
public record StageFigures(
        List<StageChange> changes, Stage stage, int changedDay, Stage live, double extensionAtr, int holdDays) {

    static StageFigures of(List<StageChange> changes, Stage live, double extensionAtr, int holdDays) {
        if (changes.isEmpty()) {
            return new StageFigures(changes, Stage.INSUFFICIENT, StateMoment.NO_DAY, live, extensionAtr, holdDays);
        }
        StageChange last = changes.get(changes.size() - 1);
        int changedDay = last.previous() == Stage.INSUFFICIENT ? StateMoment.NO_DAY : last.day();
        return new StageFigures(changes, last.stage(), changedDay, live, extensionAtr, holdDays);
    }

    /** Whether the newest bar looks like another stage, which one more close, or its own, may confirm. */
    public boolean isProvisional() {
        return live != stage;
    }
}
