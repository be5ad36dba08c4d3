package org.tickstock.app.emit;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tickstock.engine.state.MarketStateView;

/**
 * Hands every connection what changed of the universe it follows, since what it was handed last.
 *
 * <p>A connection that is busy is passed over and keeps its place: what it misses comes with its next frame.
 * <p>Thread: one round at a time.
 * <p>Errors: a connection that fails is logged, the others get theirs.
 */
final class StateRound {

    private static final Logger LOG = System.getLogger(StateRound.class.getName());

    private final Map<String, StateRows> universes = new HashMap<>();

    /** One round over everyone who is connected. */
    void run(MarketStateView view, Collection<UserSubscriber> subscribers) {
        Set<String> followed = new HashSet<>();
        for (UserSubscriber subscriber : subscribers) {
            StateWatch watch = subscriber.stateWatch();
            if (watch != null) {
                followed.add(watch.universe());
                try {
                    offer(view, subscriber, watch);
                } catch (RuntimeException fault) {
                    LOG.log(Level.WARNING, "market state not sent connectionId=" + subscriber.connectionId(), fault);
                }
            }
        }
        universes.keySet().retainAll(followed);
    }

    private void offer(MarketStateView view, UserSubscriber subscriber, StateWatch watch) {
        StateRows rows = rows(view, watch.universe());
        if (rows != null && rows.version() != watch.handedVersion()
                && subscriber.trySendState(rows.frame(watch.handedVersion()))) {
            watch.handed(rows.version());
        }
    }

    /** Null before there is anything to tell of the universe. */
    private StateRows rows(MarketStateView view, String universe) {
        StateRows known = universes.get(universe);
        if (known == null || known.version() != view.version()) {
            view.universe(universe).ifPresent(state ->
                universes.computeIfAbsent(universe, unused -> new StateRows()).update(view, state));
        }
        return universes.get(universe);
    }
}
