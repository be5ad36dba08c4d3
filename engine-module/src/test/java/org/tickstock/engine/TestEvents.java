package org.tickstock.engine;

import org.tickstock.engine.event.Direction;
import org.tickstock.engine.event.EventOrigin;
import org.tickstock.engine.event.EventRevision;
import org.tickstock.engine.event.HighLowEvent;
import org.tickstock.engine.event.Strength;
import org.tickstock.engine.event.SurgeEvent;
import org.tickstock.engine.event.TrendEvent;
import org.tickstock.engine.market.MarketSession;

/** The events of the wire protocol's sample frame, and variations of them. */
public final class TestEvents {

    /** 2013-10-08. */
    public static final int TRADE_DAY = 15_986;
    private static final long NS_PER_MS = 1_000_000L;

    private TestEvents() {
    }

    public static EventOrigin origin(String symbol, int ordinal, long tsMs, long priceMicros) {
        return new EventOrigin(7, symbol, TRADE_DAY, MarketSession.REGULAR, ordinal, tsMs * NS_PER_MS, tsMs * NS_PER_MS,
                priceMicros, 0.34391, 49.50124, 0.21984, 300_000_000L, 1.25, false);
    }

    public static HighLowEvent high(String symbol, int ordinal, long tsMs) {
        return new HighLowEvent(origin(symbol, ordinal, tsMs, 49_610_000L), Direction.UP, (tsMs - 400) * NS_PER_MS,
                49_550_000L, 49_610_000L, 49_200_000L, 4, 3,
                new HighLowEvent.Reversal("V-bottom", 42_100 * NS_PER_MS, 49_410_000L), 34.691, Direction.UP, null,
                50_000L, 0.08);
    }

    /** The sample of {@code event_revised}: the high before was at 49.58. */
    public static EventRevision revision(String symbol, int ordinal, long tsMs) {
        EventOrigin at = new EventOrigin(7, symbol, TRADE_DAY, MarketSession.REGULAR, ordinal, tsMs * NS_PER_MS,
                tsMs * NS_PER_MS, 49_580_000L, 0.2832, 49.5004, 0.1608, 300_000_000L, 1.25, false);
        return new EventRevision(at, MarketSession.REGULAR, Direction.UP, ordinal - 1, EventRevision.Status.REVISED,
                EventRevision.Reason.CORRECTION, 49_610_000L, (tsMs - 4_900) * NS_PER_MS);
    }

    public static TrendEvent trend(String symbol, int ordinal, long tsMs) {
        return new TrendEvent(origin(symbol, ordinal, tsMs, 13_720_000L), Direction.UP, Strength.MODERATE, 0.51,
                new TrendEvent.Window(180, 150, 0.8, 0.5, 0.35, 0.62),
                new TrendEvent.Window(360, 310, 0.7, 0.5, 0, 0.5),
                new TrendEvent.Window(600, 480, 0.5, 0.5, 0.05, 0.41),
                61_500 * NS_PER_MS, "down-now-up", 2, 1,
                new TrendEvent.Basis(0.000132, 0.5, 0.3, 0.2, 0.3, 0.45, 0.6));
    }

    public static SurgeEvent surge(String symbol, int ordinal, long tsMs) {
        return new SurgeEvent(origin(symbol, ordinal, tsMs, 165_410_000L), Direction.DOWN,
                SurgeEvent.Trigger.PRICE_AND_VOLUME, Strength.STRONG, 86.4, -0.1087, 6.2, -4.4, 165_590_000L, 10,
                (tsMs + 30_000) * NS_PER_MS, null, 5, 2, 3);
    }
}
