package org.tickstock.engine.bar;

/**
 * Takes bars as they close, change and become final.
 *
 * <p>A bar of the same symbol and start replaces the one before; its revision is higher, or its state final.
 * <p>Thread: called by the lane that owns the builder; it must not block.
 */
@FunctionalInterface
public interface BarSink {

    /** Takes one bar in its newest state; never one that is forming. */
    void onBar(Bar bar);
}
