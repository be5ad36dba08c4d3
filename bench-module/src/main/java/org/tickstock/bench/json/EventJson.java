package org.tickstock.bench.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.tickstock.engine.event.Direction;
import org.tickstock.engine.event.DisplayEvent;
import org.tickstock.engine.event.EventOrigin;
import org.tickstock.engine.event.HighLowEvent;
import org.tickstock.engine.event.TrendEvent;

/**
 * The same JSON as {@link org.tickstock.engine.work.DisplayConverter} writes, by records and Jackson's data binding.
 *
 * <p>Thread: stateless.
 * <p>Units: as on the wire.
 */
public final class EventJson {

    private static final double MICROS = 1_000_000;
    private static final double NS_PER_S = 1_000_000_000;
    private static final long NS_PER_MS = 1_000_000;
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private EventJson() {
    }

    /** What every event has in front. */
    record Origin(String id, String type, String symbol, String tradeDate, String session, long tsMs, String time,
            double price, String direction, int ordinal, Double percentChange, Double vwap, Double vwapDivergence,
            double volume, Double relVolume, int count, int countUp, int countDown, String label, String reversal) {
    }

    /** A high or low. */
    record HighLow(@JsonUnwrapped Origin origin, long extremeTsMs, double previous, double sessionHigh,
            double sessionLow, Double significance, String trendFlag, String surgeFlag,
            @JsonInclude(JsonInclude.Include.NON_NULL) ReversalInfo reversalInfo, Thresholds thresholds) {
    }

    /** The turn that a high or low completes. */
    record ReversalInfo(String type, Double timeSpanS, @JsonProperty("is_rapid") boolean isRapid,
            double previousPrice) {
    }

    /** What a high or low needed. */
    record Thresholds(double minPriceChange, Double minPercentChange) {
    }

    /** A trend. */
    record Trend(@JsonUnwrapped Origin origin, String strength, Double score, Double shortScore, Double mediumScore,
            Double longScore, String vwapPosition, Double ageS, Why why) {
    }

    /** What made a trend. */
    record Why(Double sigma10, List<Window> windows, Weights weights, Levels thresholds) {
    }

    /** One window of a trend. */
    record Window(int seconds, int buckets, Double price, Double vwap, Double volume, Double score) {
    }

    /** Weights of a window's parts. */
    record Weights(double price, double vwap, double volume) {
    }

    /** From where a trend is what. */
    record Levels(double weak, double moderate, double strong) {
    }

    /** A mapper that writes the wire's names. */
    public static ObjectMapper mapper() {
        return JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
    }

    /** The record to bind; high, low and trend only. */
    public static Object of(DisplayEvent event) {
        if (event instanceof HighLowEvent extreme) {
            return highLow(extreme);
        }
        return trend((TrendEvent) event);
    }

    private static HighLow highLow(HighLowEvent event) {
        boolean high = event.direction() == Direction.UP;
        String label = high ? "HIGH #" + event.countUp() : "LOW #" + event.countDown();
        HighLowEvent.Reversal turn = event.reversal();
        ReversalInfo info = turn == null ? null : new ReversalInfo(turn.kind(),
                rounded(turn.timeSpanNs() / NS_PER_S, 1e3), turn.isRapid(), turn.previousMicros() / MICROS);
        return new HighLow(
                origin(event, event.countUp(), event.countDown(), label, turn == null ? null : turn.kind()),
                event.extremeNs() / NS_PER_MS, event.previousMicros() / MICROS, event.sessionHighMicros() / MICROS,
                event.sessionLowMicros() / MICROS, rounded(event.significance(), 1e2), nameOf(event.trendFlag()),
                nameOf(event.surgeFlag()), info,
                new Thresholds(event.needMicros() / MICROS, rounded(event.needPct(), 1e4)));
    }

    private static Trend trend(TrendEvent event) {
        String label = "TREND " + event.direction().wireName() + " " + event.strength().wireName();
        TrendEvent.Basis basis = event.basis();
        Why why = new Why(rounded(basis.sigma10(), 1e6),
                List.of(window(event.shortWindow()), window(event.mediumWindow()), window(event.longWindow())),
                new Weights(basis.priceWeight(), basis.vwapWeight(), basis.volumeWeight()),
                new Levels(basis.weak(), basis.moderate(), basis.strong()));
        double divergence = event.origin().vwapDivergencePct();
        String position = Double.isNaN(divergence) ? "unknown" : divergence >= 0 ? "above" : "below";
        return new Trend(origin(event, event.countUp(), event.countDown(), label, event.reversal()),
                event.strength().wireName(), rounded(event.score(), 1e4), rounded(event.shortWindow().score(), 1e4),
                rounded(event.mediumWindow().score(), 1e4), rounded(event.longWindow().score(), 1e4), position,
                rounded(event.ageNs() / NS_PER_S, 1e3), why);
    }

    private static Origin origin(DisplayEvent event, int ups, int downs, String label, String reversal) {
        EventOrigin origin = event.origin();
        String tradeDate = LocalDate.ofEpochDay(origin.tradeDay()).toString();
        String type = event.type().wireName();
        return new Origin(origin.symbol() + "-" + tradeDate + "-" + type + "-" + origin.ordinal(), type,
                origin.symbol(), tradeDate, origin.session().name(), origin.tsEventNs() / NS_PER_MS,
                ISO.format(Instant.ofEpochMilli(origin.tsEventNs() / NS_PER_MS)), origin.priceMicros() / MICROS,
                event.direction().wireName(), origin.ordinal(), rounded(origin.percentChange(), 1e4),
                rounded(origin.vwapUsd(), 1e4), rounded(origin.vwapDivergencePct(), 1e4),
                origin.sizeMicros() / MICROS, rounded(origin.relVolume(), 1e2), ups + downs, ups, downs, label,
                reversal);
    }

    private static Window window(TrendEvent.Window window) {
        return new Window(window.seconds(), window.buckets(), rounded(window.price(), 1e4),
                rounded(window.vwap(), 1e4), rounded(window.volume(), 1e4), rounded(window.score(), 1e4));
    }

    private static Double rounded(double value, double scale) {
        return Double.isFinite(value) ? Math.rint(value * scale) / scale : null;
    }

    private static String nameOf(Direction direction) {
        return direction == null ? null : direction.wireName();
    }
}
