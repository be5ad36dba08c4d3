package org.tickstock.engine.emit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.tickstock.engine.collect.EventBatch;
import org.tickstock.engine.collect.SessionCounts;
import org.tickstock.engine.event.Direction;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.market.MarketSession;

/**
 * The {@code stock_data} frame of one audience for one stretch of the log: a concatenation of what workers encoded.
 *
 * <p>Thread: the emission timer.
 *
 * @param text the frame
 * @param events what is in it
 * @param to last offset it covers
 */
record StockDataFrame(String text, EventCounts events, long to) {

    // everything of a frame but its events; and what stands before an event's body, its offset at its longest
    private static final int AROUND_EVENTS = 512;
    private static final int AROUND_EVENT = 32;

    /** The seven lists, in the order of the frame. */
    private enum Part {
        HIGHS(EventType.HIGH, null, "\"highs\":["),
        LOWS(EventType.LOW, null, "],\"lows\":["),
        TRENDING_UP(EventType.TREND, Direction.UP, "],\"trending\":{\"up\":["),
        TRENDING_DOWN(EventType.TREND, Direction.DOWN, "],\"down\":["),
        SURGING_UP(EventType.SURGE, Direction.UP, "]},\"surging\":{\"up\":["),
        SURGING_DOWN(EventType.SURGE, Direction.DOWN, "],\"down\":["),
        REVISED(EventType.REVISION, null, "]},\"revised\":[");

        private final EventType type;
        private final Direction direction;
        private final String opening;

        Part(EventType type, Direction direction, String opening) {
            this.type = type;
            this.direction = direction;
            this.opening = opening;
        }

        boolean holds(DisplayMessage message) {
            return message.type() == type && (direction == null || message.direction() == direction);
        }
    }

    /**
     * Builds the frame.
     *
     * @param batch the stretch of the log
     * @param matches positions in the batch that the audience gets, ascending; the first {@code count} are valid
     */
    static StockDataFrame of(EventBatch batch, int[] matches, int count, SessionCounts.Totals totals,
            MarketSession session, long serverTimeMs) {
        Text text = new Text(sizeOf(batch, matches, count));
        text.add("{\"event\":\"stock_data\",\"data\":{\"epoch\":").add(batch.epoch())
                .add(",\"from\":").add(batch.firstOffset() - 1).add(",\"to\":").add(batch.to())
                .add(",\"server_time_ms\":").add(serverTimeMs)
                .add(",\"market_session\":\"").add(session.name()).add("\",");
        int[] written = new int[EventType.values().length];
        for (Part part : Part.values()) {
            text.add(part.opening);
            written[part.type.ordinal()] += addEvents(text, part, batch, matches, count);
        }
        double highPct = Math.rint(totals.highPct() * 100) / 100;
        text.add("],\"counts\":{\"total_highs\":").add(totals.highs()).add(",\"total_lows\":").add(totals.lows())
                .add(",\"high_pct\":").add(Double.toString(highPct))
                .add(",\"low_pct\":").add(Double.toString(Math.rint((100 - highPct) * 100) / 100)).add("}}}");
        return new StockDataFrame(text.toString(), new EventCounts(written), batch.to());
    }

    /** At least as long as the frame, so that nothing is copied to make room. */
    private static int sizeOf(EventBatch batch, int[] matches, int count) {
        int size = AROUND_EVENTS;
        for (int i = 0; i < count; i++) {
            size += batch.messages().get(matches[i]).body().length + AROUND_EVENT;
        }
        return size;
    }

    /** Returns how many there are. */
    private static int addEvents(Text text, Part part, EventBatch batch, int[] matches, int count) {
        List<DisplayMessage> messages = batch.messages();
        int written = 0;
        for (int i = 0; i < count; i++) {
            DisplayMessage message = messages.get(matches[i]);
            if (part.holds(message)) {
                text.add(written == 0 ? "{\"offset\":" : ",{\"offset\":").add(batch.firstOffset() + matches[i]).add(",")
                        .add(message.body());
                written++;
            }
        }
        return written;
    }

    /** Grows as it is written; everything in a frame is ASCII. */
    private static final class Text {

        private byte[] bytes;
        private int length;

        Text(int expected) {
            bytes = new byte[expected];
        }

        Text add(String ascii) {
            return add(ascii.getBytes(StandardCharsets.US_ASCII));
        }

        Text add(long number) {
            return add(Long.toString(number));
        }

        Text add(byte[] more) {
            if (length + more.length > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more.length));
            }
            System.arraycopy(more, 0, bytes, length, more.length);
            length += more.length;
            return this;
        }

        @Override
        public String toString() {
            return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        }
    }
}
