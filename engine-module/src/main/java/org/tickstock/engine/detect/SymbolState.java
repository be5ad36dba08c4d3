package org.tickstock.engine.detect;

/**
 * All that the rules remember of one symbol.
 *
 * <p>Thread: belongs to the symbol's lane.
 */
public final class SymbolState {
}
