package org.tickstock.engine.event;

/**
 * Class of urgency in the priority queue: the lower the number, the sooner served and the later refused.
 *
 * <p>Source: behaviour specification, pipeline, P1 and section 4.
 */
public enum Priority {
    /** Control events; never refused. */
    P0_CONTROL,
    /** Surges, any event of a top ticker, index funds in the first half hour; never refused. */
    P1_URGENT,
    /** Highs and lows. */
    P2_EXTREME,
    /** Trends. */
    P3_TREND,
    /** Status and analytics. */
    P4_BACKGROUND
}
