package org.tickstock.engine.emit;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.tickstock.engine.collect.EventBatch;
import org.tickstock.engine.event.DisplayMessage;

/**
 * One stretch of the log, matched against every audience at once; frames are built on demand, one per audience.
 *
 * <p>Thread: the emission timer, within one cycle.
 */
final class BatchMatch {

    /** Builds the frame of one audience. */
    interface FrameBuilder {
        StockDataFrame build(EventBatch batch, int[] matches, int count, Audience audience);
    }

    private final EventBatch batch;
    private final InterestIndex index;
    private final int[][] matches;
    private final int[] counts;
    private final Map<Integer, StockDataFrame> frames = new HashMap<>();

    BatchMatch(EventBatch batch, InterestIndex index) {
        this.batch = batch;
        this.index = index;
        this.matches = new int[index.audiences().size()][];
        this.counts = new int[matches.length];
        for (int position = 0; position < batch.messages().size(); position++) {
            enter(batch.messages().get(position), position);
        }
    }

    EventBatch batch() {
        return batch;
    }

    int countFor(int audience) {
        return counts[audience];
    }

    StockDataFrame frameFor(int audience, FrameBuilder builder) {
        return frames.computeIfAbsent(audience, key ->
                builder.build(batch, matches[key], counts[key], index.audiences().get(key)));
    }

    private void enter(DisplayMessage message, int position) {
        BitSet interested = index.interestedIn(message);
        for (int i = interested.nextSetBit(0); i >= 0; i = interested.nextSetBit(i + 1)) {
            int[] list = matches[i];
            if (list == null) {
                list = new int[16];
            } else if (counts[i] == list.length) {
                list = Arrays.copyOf(list, list.length * 2);
            }
            list[counts[i]++] = position;
            matches[i] = list;
        }
    }
}
