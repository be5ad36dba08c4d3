package org.tickstock.engine.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.event.EventType;

/**
 * The one ordered log of display events: every event gets an offset, every reader holds a cursor and pulls.
 *
 * <p>Reading takes nothing out, so a reader that lags costs no memory. When the log is full the oldest event leaves;
 * a reader that comes later than that is told the exact gap.
 * <p>Thread: {@link #append} by one writer; everything else by any number of readers, without locks.
 * <p>Units: offsets count from 1.
 */
public final class EventLog {

    private final EventLogSettings settings;
    private final long epoch;
    private final AtomicReferenceArray<DisplayMessage> ring;

    // writer: the only one that changes it; readers see every slot up to it
    private volatile long lastOffset;

    /** An empty log; {@code epoch} must differ from that of any log whose offsets a client may still hold. */
    public EventLog(EventLogSettings settings, long epoch) {
        this.settings = settings;
        this.epoch = epoch;
        // One slot more than it holds: the one the writer is filling never belongs to an offset that is still promised.
        this.ring = new AtomicReferenceArray<>(settings.capacity() + 1);
    }

    /** Adds one event and returns its offset. */
    public long append(DisplayMessage message) {
        long offset = lastOffset + 1;
        ring.setRelease(slot(offset), message);
        lastOffset = offset;
        return offset;
    }

    /** What came after {@code after}, at most the settings' number per type. */
    public EventBatch read(long after) {
        return read(after, Integer.MAX_VALUE);
    }

    /** What came after {@code after}: at most {@code limit} events, and at most the settings' number per type. */
    public EventBatch read(long after, int limit) {
        return read(after, limit, settings.maxPerTypePerPull());
    }

    /** What came after {@code after}, at most {@code limit} events, however many of one type. */
    public EventBatch readStretch(long after, int limit) {
        return read(after, limit, Integer.MAX_VALUE);
    }

    private EventBatch read(long after, int limit, int limitPerType) {
        long last = lastOffset;
        long from = Math.min(Math.max(after + 1, firstOffset(last)), last + 1);
        List<DisplayMessage> messages = copy(from, last, limit, limitPerType);
        long to = from + messages.size() - 1;
        // What the writer overwrote while we copied is lost to this reader like anything older.
        long stillHeld = firstOffset(lastOffset);
        if (stillHeld > from) {
            int overtaken = (int) Math.min(stillHeld - from, messages.size());
            messages = messages.subList(overtaken, messages.size());
            from += overtaken;
        }
        long covered = Math.max(to, Math.min(after, last));
        Gap gap = from > after + 1 ? new Gap(after + 1, from - 1, Gap.LEFT_LOG) : null;
        return new EventBatch(epoch, after, from, covered, gap, List.copyOf(messages));
    }

    /** The {@code after} from which the last {@code wanted} events that match can be read. */
    public long rewind(int wanted, Predicate<DisplayMessage> matches) {
        long offset = lastOffset;
        int found = 0;
        while (found < wanted && offset >= firstOffset(lastOffset)) {
            DisplayMessage message = ring.getAcquire(slot(offset));
            if (matches.test(message)) {
                found++;
            }
            offset--;
        }
        return Math.max(offset, firstOffset(lastOffset) - 1);
    }

    /** The event of this id, looked for from the newest on; empty when the log does not hold it. */
    public Optional<LoggedEvent> find(String id) {
        for (long offset = lastOffset; offset >= firstOffset(lastOffset); offset--) {
            DisplayMessage message = ring.getAcquire(slot(offset));
            // what the writer has put into the slot meanwhile is of a later offset
            if (message.id().equals(id) && offset >= firstOffset(lastOffset)) {
                return Optional.of(new LoggedEvent(offset, message));
            }
        }
        return Optional.empty();
    }

    /** Epoch, offsets, capacity. */
    public EventLogStatus status() {
        long last = lastOffset;
        return new EventLogStatus(epoch, firstOffset(last), last, settings.capacity());
    }

    /** Changes when the history that offsets refer to is lost. */
    public long epoch() {
        return epoch;
    }

    /** Newest offset, 0 before the first event. */
    public long lastOffset() {
        return lastOffset;
    }

    private List<DisplayMessage> copy(long from, long last, int limit, int limitPerType) {
        List<DisplayMessage> messages = new ArrayList<>((int) Math.min(last - from + 1, 1_024));
        int[] perType = new int[EventType.values().length];
        for (long offset = from; offset <= last && messages.size() < limit; offset++) {
            DisplayMessage message = ring.getAcquire(slot(offset));
            if (++perType[message.type().ordinal()] > limitPerType) {
                break;
            }
            messages.add(message);
        }
        return messages;
    }

    private long firstOffset(long last) {
        return Math.max(1, last - settings.capacity() + 1);
    }

    private int slot(long offset) {
        return (int) (offset % ring.length());
    }
}
