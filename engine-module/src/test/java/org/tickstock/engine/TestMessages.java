package org.tickstock.engine;

import java.nio.charset.StandardCharsets;
import org.tickstock.engine.event.Direction;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.event.EventType;

/** Builds display messages for tests of the stages that only pass them on. */
public final class TestMessages {

    private TestMessages() {
    }

    public static DisplayMessage message(EventType type, Direction direction, int symbolId, int ordinal) {
        String symbol = "S" + symbolId;
        String body = "\"id\":\"" + symbol + "-" + ordinal + "\"}";
        return new DisplayMessage(symbol + "-" + ordinal, type, direction, symbolId, symbol, 1,
                type == EventType.HIGH || type == EventType.LOW ? 1 : 0, ordinal, ordinal, ordinal,
                body.getBytes(StandardCharsets.US_ASCII));
    }

    public static DisplayMessage high(int symbolId, int ordinal) {
        return message(EventType.HIGH, Direction.UP, symbolId, ordinal);
    }

    public static DisplayMessage low(int symbolId, int ordinal) {
        return message(EventType.LOW, Direction.DOWN, symbolId, ordinal);
    }

    public static DisplayMessage trend(int symbolId, int ordinal) {
        return message(EventType.TREND, Direction.UP, symbolId, ordinal);
    }
}
