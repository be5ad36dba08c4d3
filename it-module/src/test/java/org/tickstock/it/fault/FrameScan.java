package org.tickstock.it.fault;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads what accounting needs out of a frame, without building a tree of it: two hundred clients get the same.
 *
 * <p>Thread: one frame, one thread.
 */
final class FrameScan {

    private static final String DATA = "{\"event\":\"stock_data\",\"data\":{\"epoch\":";
    private static final String GAP = "{\"event\":\"gap\",\"data\":{\"epoch\":";
    private static final String OFFSET = "{\"offset\":";
    private static final String ID = "\"id\":\"";

    private final String frame;

    FrameScan(String frame) {
        this.frame = frame;
    }

    boolean isEvents() {
        return frame.startsWith(DATA);
    }

    boolean isGap() {
        return frame.startsWith(GAP);
    }

    /** The whole number behind {@code "name":}; {@link Long#MAX_VALUE} where that is {@code null}. */
    long number(String name) {
        String key = "\"" + name + "\":";
        int at = frame.indexOf(key);
        if (at < 0) {
            throw new IllegalArgumentException("frame must have " + name + ", was " + frame);
        }
        return numberAt(at + key.length());
    }

    /** Every event of the frame, in its order. */
    List<Delivery> events() {
        long epoch = number("epoch");
        List<Delivery> events = new ArrayList<>();
        int at = frame.indexOf(OFFSET);
        while (at >= 0) {
            int id = frame.indexOf(ID, at) + ID.length();
            events.add(new Delivery(epoch, numberAt(at + OFFSET.length()),
                    frame.substring(id, frame.indexOf('"', id)).hashCode()));
            at = frame.indexOf(OFFSET, id);
        }
        return events;
    }

    private long numberAt(int from) {
        if (frame.startsWith("null", from)) {
            return Long.MAX_VALUE;
        }
        int to = from;
        while (frame.charAt(to) == '-' || Character.isDigit(frame.charAt(to))) {
            to++;
        }
        return Long.parseLong(frame, from, to, 10);
    }
}
