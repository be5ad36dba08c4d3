package org.tickstock.app.state;

import org.tickstock.engine.state.StageChange;

/**
 * A line of the history of stages.
 *
 * @param symbol whose
 * @param change what became of its stage, and when
 */
public record StageLine(String symbol, StageChange change) {
}
