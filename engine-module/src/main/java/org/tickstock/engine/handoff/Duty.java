package org.tickstock.engine.handoff;

/**
 * A piece of work that a loop calls again and again; whoever runs the loop owns the thread.
 *
 * <p>Thread: called by one thread at a time.
 */
@FunctionalInterface
public interface Duty {

    /** Does what is there to do, without waiting for more; returns how many items that was. */
    int doWork();
}
