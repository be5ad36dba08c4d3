package org.tickstock.app.emit;

import org.tickstock.engine.emit.Subscriber;
import org.tickstock.engine.universe.UniverseSelection;

/**
 * A connection of a signed-in user; the web floor implements it.
 *
 * <p>Thread: any.
 */
public interface UserSubscriber extends Subscriber {

    /** Whose connection it is. */
    long userId();

    /** The user watches something else from now on. */
    void selection(UniverseSelection changed);

    /** Queues a frame that is no event in the connection's own bounded outbox; false when that is full or closed. */
    boolean sendControl(String frame);
}
