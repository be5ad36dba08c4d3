package org.tickstock.engine.emit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.tickstock.engine.collect.EventLog;
import org.tickstock.engine.collect.Gap;

/**
 * What became of every event of the log for one connection.
 *
 * <p>It is kept twice: by offsets, which tell how many events the connection was taken past, and by what each stretch
 * was found to hold. A stretch that was passed over in silence would make the two differ.
 * <p>Thread: the emission timer settles stretches, whoever completes a send reports it, the client's messages
 * acknowledge, anyone reads; all are short, so they exclude each other.
 * <p>Errors: an acknowledgement of what was never sent is an {@link IllegalArgumentException}.
 */
public final class ConnectionLedger {

    /** A client that acknowledges does so every few seconds, and gets a frame a second. */
    private static final int REMEMBERED = 64;
    /** A client may ask to resume anywhere, as often as it likes. */
    private static final int LOGS = 64;
    private static final long NONE = -1;

    /** A frame handed over, and how many events that made in all. */
    private record Frame(long epoch, long to, long handedOver, long atNs) {
    }

    // guarded by this
    private final Map<Long, Long> sentTo = new HashMap<>(4);
    private final Deque<Frame> unacknowledged = new ArrayDeque<>();
    private long epoch;
    private long after;
    private long covered;
    private long filtered;
    private long handedOver;
    private long sent;
    private long broken;
    private long inGaps;
    private long gaps;
    private long skippedCycles;
    private long acknowledged;
    private long ackEpoch;
    private long ackOffset = NONE;
    private long ackAtNs;
    private long ackLatencyNs = NONE;

    /** The connection stands behind this offset from now on. */
    synchronized void begin(long log, long offset) {
        epoch = log;
        after = offset;
        unacknowledged.clear();
        if (sentTo.size() == LOGS) {
            sentTo.clear();
        }
        sentTo.put(log, offset);
    }

    /** So many events up to an offset are not for this connection, and no frame tells of them. */
    synchronized void passOver(int events, long to) {
        covered += to - after;
        filtered += events;
        after = to;
    }

    /** A frame is handed over; what it carries is in flight. Returns the offset before it. */
    synchronized long handOver(Handover frame, long nowNs) {
        long before = after;
        settle(frame, 1);
        covered += frame.to() - after;
        after = frame.to();
        sentTo.put(epoch, after);
        if (unacknowledged.size() == REMEMBERED) {
            unacknowledged.removeFirst();
        }
        unacknowledged.addLast(new Frame(epoch, after, handedOver, nowNs));
        return before;
    }

    /** The frame that was handed over last was not taken: the cycle passes this connection over. */
    synchronized void takeBack(Handover frame, long before) {
        // It may be gone already: a client can name an offset before it was sent.
        unacknowledged.removeIf(each -> each.epoch() == epoch && each.to() == frame.to()
                && each.handedOver() == handedOver);
        settle(frame, -1);
        covered -= frame.to() - before;
        after = before;
        sentTo.put(epoch, before);
        skippedCycles++;
    }

    /** These events are on the wire. */
    public synchronized void sent(EventCounts events) {
        sent += events.total();
    }

    /** These events were in flight when the connection broke. */
    public synchronized void failed(EventCounts events) {
        broken += events.total();
    }

    /** The client says that it has everything up to an offset. */
    public synchronized void acknowledge(long log, long offset, long nowNs) {
        Long limit = sentTo.get(log);
        if (limit == null) {
            throw new IllegalArgumentException(
                    "ack epoch must be that of a frame sent over this connection, was " + log);
        }
        if (offset < 0 || offset > limit) {
            throw new IllegalArgumentException(
                    "ack offset must be 0 to " + limit + ", the last that was sent, was " + offset);
        }
        while (!unacknowledged.isEmpty() && isCovered(unacknowledged.peekFirst(), log, offset)) {
            Frame frame = unacknowledged.removeFirst();
            acknowledged = frame.handedOver();
            if (frame.epoch() == log && frame.to() == offset) {
                ackLatencyNs = nowNs - frame.atNs();
            }
        }
        ackOffset = log == ackEpoch ? Math.max(ackOffset, offset) : offset;
        ackEpoch = log;
        ackAtNs = nowNs;
    }

    /** Whether the client said that it has this event, or that it has what came after it. */
    public synchronized boolean isAcknowledged(long log, long offset) {
        return ackEpoch == log && ackOffset >= offset;
    }

    /** The ledger of this moment, the connection reading {@code log} at last. */
    public synchronized ConnectionStatus status(EventLog log) {
        long waiting = 0;
        if (epoch != 0) {
            // What is left of an earlier log nobody here knows; the live one waits as a whole until then.
            waiting = log.lastOffset() - (epoch == log.epoch() ? after : 0);
        }
        return new ConnectionStatus(epoch, after, covered + waiting, filtered, sent, handedOver - sent - broken,
                waiting, inGaps, gaps, broken, skippedCycles, acknowledged, ackOffset, ackAtNs, ackLatencyNs);
    }

    /** Frames of an earlier log came before those of the log that is acknowledged. */
    private boolean isCovered(Frame frame, long log, long offset) {
        return frame.epoch() == log ? frame.to() <= offset : log == epoch;
    }

    private void settle(Handover frame, int sign) {
        handedOver += (long) sign * frame.events().total();
        filtered += (long) sign * frame.filtered();
        Gap gap = frame.gap();
        if (gap != null) {
            gaps += sign;
            inGaps += sign * gap.size();
        }
    }
}
