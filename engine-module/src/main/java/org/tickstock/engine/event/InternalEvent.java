package org.tickstock.engine.event;

/**
 * An event that only the system itself uses; a worker applies it, nobody sees it.
 */
public sealed interface InternalEvent extends MarketEvent permits PressureChange {
}
