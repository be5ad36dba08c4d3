package org.tickstock.engine.state;

import java.util.List;

/**
 * The stage of a symbol, and what led to it.
 *
 * @param changes how the confirmed stage came about, oldest first; empty while there are too few bars
 * @param live what the newest bar would be by itself
 * @param extensionAtr how many ATR the close lies above its 50-bar average; NaN where that is not known
 * @param holdDays on how many bars in a row the close was above its 20-bar average and less than 3 ATR extended
 */
public record StageFigures(List<StageChange> changes, Stage live, double extensionAtr, int holdDays) {

    /** The confirmed stage. */
    public Stage stage() {
        return changes.isEmpty() ? Stage.INSUFFICIENT : changes.get(changes.size() - 1).stage();
    }

    /** Whether the newest bar looks like another stage, which one more close, or its own, may confirm. */
    public boolean isProvisional() {
        return live != stage();
    }
}
