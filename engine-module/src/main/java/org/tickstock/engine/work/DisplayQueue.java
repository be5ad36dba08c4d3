package org.tickstock.engine.work;

import java.util.Collection;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.tickstock.engine.event.DisplayMessage;

/**
 * Between workers and the collector: bounded; a worker waits when it is full, so that back-pressure ends at the
 * priority queue, where it is counted.
 *
 * <p>Thread: workers put, the collector drains.
 */
public final class DisplayQueue {

    private static final long RETRY_MS = 100;

    private final ArrayBlockingQueue<DisplayMessage> queue;
    private volatile boolean closed;

    /** A queue for so many messages. */
    public DisplayQueue(int capacity) {
        queue = new ArrayBlockingQueue<>(capacity);
    }

    /** Adds the message, waiting for room; false only when closed, or interrupted, while it waited. */
    public boolean put(DisplayMessage message) {
        try {
            while (!queue.offer(message, RETRY_MS, TimeUnit.MILLISECONDS)) {
                if (closed) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Moves up to {@code max} messages into {@code target}; returns how many. */
    public int drain(Collection<DisplayMessage> target, int max) {
        return queue.drainTo(target, max);
    }

    /** Messages waiting. */
    public int depth() {
        return queue.size();
    }

    /** Lets go of workers that wait. */
    public void close() {
        closed = true;
    }
}
