package org.tickstock.engine.collect;

import java.util.List;
import org.tickstock.engine.event.DisplayMessage;

/**
 * A contiguous stretch of the log: the offsets after {@code after} up to {@code to}.
 *
 * @param epoch epoch of the log
 * @param after what the reader had
 * @param firstOffset offset of the first message; after a gap more than {@code after} + 1
 * @param to last offset covered; the reader's next {@code after}
 * @param gap what of it is lost, or null
 * @param messages the events, offset by offset
 */
public record EventBatch(
        long epoch, long after, long firstOffset, long to, Gap gap, List<DisplayMessage> messages) {

    /** Whether there is nothing new. */
    public boolean isEmpty() {
        return messages.isEmpty();
    }
}
