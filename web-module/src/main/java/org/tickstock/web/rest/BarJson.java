package org.tickstock.web.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.tickstock.app.bar.BarPage;
import org.tickstock.app.bar.BarPoint;
import org.tickstock.engine.bar.PastTrade;
import org.tickstock.engine.market.TradeConditions;

/**
 * Bars and trades as JSON, written by hand: a thousand of them are asked for at once.
 *
 * <p>Thread: stateless.
 * <p>Source: docs/wire-protocol.md, samples {@code bars} and {@code recent_ticks}.
 */
final class BarJson {

    private static final int MICRO_DIGITS = 6;
    private static final long NS_PER_MS = 1_000_000L;
    private static final int LENGTH = 256;

    private BarJson() {
    }

    static String of(BarPage page) {
        StringBuilder json = new StringBuilder(LENGTH * (page.bars().size() + 1));
        json.append("{\"symbol\":\"").append(page.symbol())
                .append("\",\"timeframe\":\"").append(page.timeframe().wireName())
                .append("\",\"is_more\":").append(page.isMore()).append(",\"bars\":[");
        String comma = "";
        for (BarPoint bar : page.bars()) {
            json.append(comma);
            append(bar, json);
            comma = ",";
        }
        return json.append("]}").toString();
    }

    /** The newest first. */
    static String of(String symbol, int kept, List<PastTrade> trades, TradeConditions conditions) {
        StringBuilder json = new StringBuilder(LENGTH * (trades.size() + 1));
        json.append("{\"symbol\":\"").append(symbol).append("\",\"kept\":").append(kept)
                .append(",\"count\":").append(trades.size()).append(",\"ticks\":[");
        for (int i = trades.size() - 1; i >= 0; i--) {
            append(trades.get(i), conditions, json);
            json.append(i > 0 ? "," : "");
        }
        return json.append("]}").toString();
    }

    private static void append(BarPoint bar, StringBuilder json) {
        time(bar.startMs(), json);
        json.append(",\"session\":\"").append(bar.session()).append('"');
        number("open", bar.openMicros(), json);
        number("high", bar.highMicros(), json);
        number("low", bar.lowMicros(), json);
        number("close", bar.closeMicros(), json);
        number("volume", bar.volumeMicros(), json);
        json.append(",\"trades\":").append(bar.trades() == BarPoint.NOT_COUNTED ? "null" : bar.trades() + "");
        if (bar.adjCloseMicros() == 0) {
            json.append(",\"adj_close\":null");
        } else {
            number("adj_close", bar.adjCloseMicros(), json);
        }
        json.append(",\"state\":").append(bar.state().isEmpty() ? "null" : '"' + bar.state() + '"')
                .append(",\"exact\":").append(bar.isExact())
                .append(",\"invented\":").append(bar.isInvented()).append('}');
    }

    private static void append(PastTrade trade, TradeConditions conditions, StringBuilder json) {
        time(trade.tsEventNs() / NS_PER_MS, json);
        json.append(",\"kind\":\"").append(trade.isAggregate() ? "aggregate" : "trade").append('"');
        number("price", trade.priceMicros(), json);
        number("size", trade.sizeMicros(), json);
        json.append(",\"conditions\":[");
        String comma = "";
        for (long bits = trade.conditionBits(); bits != 0; bits &= bits - 1) {
            // Names come from a table that ships with the engine: nothing in them needs escaping.
            json.append(comma).append('"').append(conditions.nameOf(Long.numberOfTrailingZeros(bits))).append('"');
            comma = ",";
        }
        json.append("]}");
    }

    private static void time(long ms, StringBuilder json) {
        json.append("{\"ts_ms\":").append(ms).append(",\"time\":\"").append(Instant.ofEpochMilli(ms)).append('"');
    }

    private static void number(String name, long micros, StringBuilder json) {
        json.append(",\"").append(name).append("\":")
                .append(BigDecimal.valueOf(micros, MICRO_DIGITS).stripTrailingZeros().toPlainString());
    }
}
