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

    /** The same by name. */
    String email();

    /** When it was opened, nanoseconds UTC. */
    long openedNs();

    /** When anything came from the client last, a pong included; nanoseconds UTC. */
    long heardNs();

    /** How it ended, or null while it is open. */
    Departure departure();

    /** The user watches something else from now on. */
    void selection(UniverseSelection changed);

    /** Queues a frame that is no event in the connection's own bounded outbox; false when that is full or closed. */
    boolean sendControl(String frame);

    /** What it follows of the state of the market, or null. */
    StateWatch stateWatch();

    /**
     * Sends a frame of the state of the market where nothing else is under way or waiting; false where something is, or
     * where frames like it take the connection so long that it needs a rest from them.
     */
    boolean trySendState(String frame);
}
