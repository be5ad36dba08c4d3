package org.tickstock.bench;

import org.tickstock.engine.feed.FeedListener;
import org.tickstock.engine.feed.TickRefusal;
import org.tickstock.engine.market.Tick;

/** One number over all that a trade carries: ticks that differ in anything give another. */
final class TickChecksum implements FeedListener {

    private long value;

    long value() {
        return value;
    }

    @Override
    public void onTick(Tick tick) {
        long next = tick.symbolId;
        next = next * 31 + tick.priceMicros;
        next = next * 31 + tick.sizeMicros;
        next = next * 31 + tick.conditionBits;
        next = next * 31 + tick.tradeKey;
        next = next * 31 + tick.tsEventNs;
        value = value * 31 + next;
    }

    @Override
    public void onUnreadable(TickRefusal reason) {
        throw new IllegalStateException("every trade must be readable, was " + reason);
    }
}
