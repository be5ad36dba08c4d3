package org.tickstock.engine.emit;

import java.util.BitSet;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.universe.UniverseIndex;
import org.tickstock.engine.universe.UniverseSelection;

/**
 * Everyone with the same selection: they get the same frames.
 *
 * <p>Thread: immutable by agreement; nobody changes the sets after construction.
 *
 * @param selection what they watch
 * @param market symbols whose trends and surges they get
 * @param highlow symbols whose highs and lows they get
 */
record Audience(UniverseSelection selection, BitSet market, BitSet highlow) {

    static Audience of(UniverseSelection selection, UniverseIndex universes) {
        return new Audience(selection, universes.symbolsOf(selection.market()),
                universes.symbolsOf(selection.highlow()));
    }

    boolean wants(DisplayMessage message) {
        return (isHighLow(message.type()) ? highlow : market).get(message.symbolId());
    }

    static boolean isHighLow(EventType type) {
        return type == EventType.HIGH || type == EventType.LOW || type == EventType.REVISION;
    }
}
