package org.tickstock.engine.detect;

import java.util.List;

/**
 * What the lane of one symbol was told on a trade date, up to the moment of the question.
 *
 * <p>Thread: immutable by agreement; the lane writes behind {@code end} only.
 *
 * @param symbolId dense number of the symbol
 * @param symbol ticker
 * @param beganHalted whether trading was halted when the date began
 * @param fullSinceNs from when on nothing is recorded, for want of memory; 0 when all is
 * @param chunks the entries
 * @param end bytes of the last chunk that are written
 */
public record RecordedTicks(int symbolId, String symbol, boolean beganHalted, long fullSinceNs,
        List<byte[]> chunks, int end) {

    /** Nothing of this symbol. */
    static RecordedTicks none(int symbolId, String symbol) {
        return new RecordedTicks(symbolId, symbol, false, 0, List.of(), 0);
    }

    /** Bytes it takes. */
    public long bytes() {
        return chunks.stream().mapToLong(chunk -> chunk.length).sum();
    }
}
