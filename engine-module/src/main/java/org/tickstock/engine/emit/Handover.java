package org.tickstock.engine.emit;

import org.tickstock.engine.collect.EventBatch;
import org.tickstock.engine.collect.Gap;

/**
 * One frame for one connection, and which stretch of the log it settles.
 *
 * @param text the frame
 * @param events what it carries
 * @param filtered events of the stretch that are not for this connection
 * @param gap what of the stretch it declares as missing, or null
 * @param to last offset of the stretch
 */
record Handover(String text, EventCounts events, int filtered, Gap gap, long to) {

    /** A frame with the events of a stretch that matched, and so many did: what it does not hold of them is lost. */
    static Handover of(StockDataFrame frame, EventBatch batch, int matched) {
        int filtered = batch.messages().size() - matched;
        return new Handover(frame.text(), frame.events(), filtered, null, frame.to());
    }

    static Handover of(long epoch, Gap gap, long to) {
        return new Handover(ControlFrames.gap(epoch, gap), EventCounts.NONE, 0, gap, to);
    }
}
