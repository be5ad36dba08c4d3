package org.tickstock.app.emit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.tickstock.app.universe.SelectionChanged;
import org.tickstock.engine.collect.EventLog;
import org.tickstock.engine.time.EpochClock;

/**
 * Who is connected, and who was until a moment ago.
 *
 * <p>Thread: any; iterated by the emission timer while connections come and go.
 */
@ApplicationScoped
public class SubscriberRegistry {

    private static final Logger LOG = System.getLogger(SubscriberRegistry.class.getName());

    private static final int REMEMBERED = 64;

    private final Map<String, UserSubscriber> byConnection = new ConcurrentHashMap<>();
    private final AtomicLong opened = new AtomicLong();
    // guarded by itself
    private final Deque<ClosedConnection> gone = new ArrayDeque<>();

    @Inject
    private EventLog log;
    @Inject
    private EpochClock clock;

    /** A connection opened. */
    public void add(UserSubscriber subscriber) {
        opened.incrementAndGet();
        byConnection.put(subscriber.connectionId(), subscriber);
    }

    /** A connection closed; may be told more than once. */
    public void remove(UserSubscriber subscriber) {
        if (byConnection.remove(subscriber.connectionId(), subscriber)) {
            synchronized (gone) {
                if (gone.size() == REMEMBERED) {
                    gone.removeFirst();
                }
                gone.addLast(new ClosedConnection(subscriber, subscriber.ledger().status(log), clock.nowNs()));
            }
        }
    }

    /** The last connections that closed, the newest first. */
    public List<ClosedConnection> closed() {
        synchronized (gone) {
            List<ClosedConnection> closed = new ArrayList<>(gone);
            Collections.reverse(closed);
            return closed;
        }
    }

    /** How many connections opened since the start. */
    public long opened() {
        return opened.get();
    }

    /** Everyone now; a live view. */
    public Collection<UserSubscriber> all() {
        return Collections.unmodifiableCollection(byConnection.values());
    }

    /** How many connections the user has. */
    public int connectionsOf(long userId) {
        return (int) byConnection.values().stream().filter(each -> each.userId() == userId).count();
    }

    /** Queues a frame for everyone; a connection that cannot take it misses it, the next status tells the same. */
    void sendToAll(String frame) {
        sendToEach(subscriber -> frame);
    }

    /** The same with a frame for each; one that fails does not keep the others from theirs. */
    void sendToEach(Function<UserSubscriber, String> frameOf) {
        for (UserSubscriber subscriber : byConnection.values()) {
            try {
                subscriber.sendControl(frameOf.apply(subscriber));
            } catch (RuntimeException fault) {
                LOG.log(Level.WARNING, "frame not sent connectionId=" + subscriber.connectionId(), fault);
            }
        }
    }

    /** Gives every connection of the user the new selection, once that is committed. */
    void onSelectionChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) SelectionChanged change) {
        for (UserSubscriber subscriber : byConnection.values()) {
            if (subscriber.userId() == change.userId()) {
                subscriber.selection(change.selection());
            }
        }
    }
}
