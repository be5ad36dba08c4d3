package org.tickstock.engine.emit;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.tickstock.engine.event.EventType;

/**
 * Counts deliveries by type, over all connections: one event to one connection is one delivery.
 *
 * <p>Thread: any; offered by the emission timer, sent and failed by the threads that complete a send.
 */
public final class EmissionLedger {

    private final Map<EventType, LongAdder> offered = adders();
    private final Map<EventType, LongAdder> sent = adders();
    private final Map<EventType, LongAdder> failed = adders();

    /** These events are handed to a connection. */
    void offered(EventCounts events) {
        add(offered, events, 1);
    }

    /** The connection did not take them after all. */
    void takenBack(EventCounts events) {
        add(offered, events, -1);
    }

    /** These events are on the wire. */
    public void sent(EventCounts events) {
        add(sent, events, 1);
    }

    /** These events were handed over to a connection that broke; its client resumes behind them. */
    public void failed(EventCounts events) {
        add(failed, events, 1);
    }

    /** Deliveries handed over, by type. */
    public Map<EventType, Long> offered() {
        return sums(offered);
    }

    /** Deliveries on the wire, by type. */
    public Map<EventType, Long> sent() {
        return sums(sent);
    }

    /** Deliveries to connections that broke, by type. */
    public Map<EventType, Long> failed() {
        return sums(failed);
    }

    private static void add(Map<EventType, LongAdder> adders, EventCounts events, int sign) {
        if (events.total() == 0) {
            return;
        }
        adders.forEach((type, adder) -> {
            int count = events.of(type);
            if (count > 0) {
                adder.add((long) sign * count);
            }
        });
    }

    private static Map<EventType, LongAdder> adders() {
        Map<EventType, LongAdder> adders = new EnumMap<>(EventType.class);
        for (EventType type : EventType.values()) {
            if (type.isDisplay()) {
                adders.put(type, new LongAdder());
            }
        }
        return adders;
    }

    private static Map<EventType, Long> sums(Map<EventType, LongAdder> adders) {
        Map<EventType, Long> sums = new EnumMap<>(EventType.class);
        adders.forEach((type, adder) -> sums.put(type, adder.sum()));
        return sums;
    }
}
