package org.tickstock.bench;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.tickstock.engine.feed.FeedListener;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeConditions;
import org.tickstock.engine.market.TradeKey;

/** The vendor's trades by Jackson, as its manual has it; numbers by way of doubles. */
final class JacksonTrades {

    private static final double MICROS = 1_000_000;
    private static final long NS_PER_MS = 1_000_000;

    private final SymbolTable symbols;
    private final Tick tick = new Tick();

    JacksonTrades(SymbolTable symbols) {
        this.symbols = symbols;
    }

    void walk(JsonNode frame, FeedListener listener) {
        for (JsonNode event : frame) {
            if (event.path("ev").asText().equals("T")) {
                long bits = 0;
                for (JsonNode id : event.path("c")) {
                    bits |= TradeConditions.bitOf(id.asInt());
                }
                long ns = event.path("t").asLong() * NS_PER_MS;
                tick.trade(symbols.idOf(event.path("sym").asText()), micros(event.path("p").asDouble()),
                        micros(event.path("s").asDouble()), bits, ns, 1);
                tick.tradeKey = TradeKey.of(event.path("x").asText(), event.path("i").asText());
                listener.onTick(tick);
            }
        }
    }

    void stream(JsonParser parser, FeedListener listener) throws IOException {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            streamEvent(parser, listener);
        }
        parser.close();
    }

    private void streamEvent(JsonParser parser, FeedListener listener) throws IOException {
        boolean isTrade = false;
        String exchange = "";
        String id = "";
        tick.trade(SymbolTable.UNKNOWN, 0, 0, 0, 0, 1);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "ev" -> isTrade = parser.getText().equals("T");
                case "sym" -> tick.symbolId = symbols.idOf(parser.getText());
                case "x" -> exchange = parser.getText();
                case "i" -> id = parser.getText();
                case "p" -> tick.priceMicros = micros(parser.getDoubleValue());
                case "s" -> tick.sizeMicros = micros(parser.getDoubleValue());
                case "t" -> tick.tsEventNs = parser.getLongValue() * NS_PER_MS;
                case "c" -> tick.conditionBits = conditions(parser);
                default -> parser.skipChildren();
            }
        }
        if (isTrade) {
            tick.tradeKey = TradeKey.of(exchange, id);
            tick.highMicros = tick.priceMicros;
            tick.lowMicros = tick.priceMicros;
            listener.onTick(tick);
        }
    }

    private static long conditions(JsonParser parser) throws IOException {
        long bits = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            bits |= TradeConditions.bitOf(parser.getIntValue());
        }
        return bits;
    }

    private static long micros(double value) {
        return Math.round(value * MICROS);
    }
}
