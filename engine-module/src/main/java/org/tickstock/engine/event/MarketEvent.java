package org.tickstock.engine.event;

/**
 * Anything a detector raises. Immutable; branch over it by {@link #type()}.
 */
public sealed interface MarketEvent permits DisplayEvent, InternalEvent, ControlEvent {

    /** What kind of event this is. */
    EventType type();

    /** Event time, nanoseconds UTC. */
    long tsEventNs();
}
