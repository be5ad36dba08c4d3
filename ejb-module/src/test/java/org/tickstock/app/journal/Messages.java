package org.tickstock.app.journal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.tickstock.engine.event.Direction;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.event.EventOrigin;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.market.MarketSession;

/** Display messages as workers make them, as far as a journal looks into them. */
final class Messages {

    private static final int TRADE_DAY = (int) LocalDate.of(2013, 10, 8).toEpochDay();
    private static final EventType[] TYPES = {EventType.HIGH, EventType.LOW, EventType.TREND, EventType.SURGE};

    private Messages() {
    }

    /** The n-th event of a symbol; types take turns. */
    static DisplayMessage message(int symbolId, String symbol, int n) {
        return message(symbolId, symbol, n, 600);
    }

    static DisplayMessage message(int symbolId, String symbol, int n, int bodyLength) {
        EventType type = TYPES[n % TYPES.length];
        String id = symbol + "-2013-10-08-" + type.wireName() + "-" + n;
        String start = "\"id\":\"" + id + "\",\"type\":\"" + type.wireName() + "\",\"symbol\":\""
            + symbol + "\",\"pad\":\"";
        String body = start + "x".repeat(Math.max(0, bodyLength - start.length() - 2)) + "\"}";
        return new DisplayMessage(id, type, n % 2 == 0 ? Direction.UP : Direction.DOWN, symbolId, symbol,
            EventOrigin.sessionKeyOf(TRADE_DAY, MarketSession.REGULAR), n % 3 - 1, 1_381_239_000_000_000_000L + n,
            1_381_239_000_500_000_000L + n, n, body.getBytes(StandardCharsets.UTF_8));
    }
}
