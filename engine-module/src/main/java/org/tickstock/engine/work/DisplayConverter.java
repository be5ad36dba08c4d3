package org.tickstock.engine.work;

import java.time.LocalDate;
import org.tickstock.engine.event.Direction;
import org.tickstock.engine.event.DisplayEvent;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.event.EventOrigin;
import org.tickstock.engine.event.EventRevision;
import org.tickstock.engine.event.HighLowEvent;
import org.tickstock.engine.event.SurgeEvent;
import org.tickstock.engine.event.TrendEvent;

/**
 * The one type boundary: a typed display event becomes JSON bytes, once.
 *
 * <p>The bytes hold nothing but what the tape determines, so they are also the event's canonical form, over which
 * a tape's SHA-256 is taken.
 * <p>Thread: owned by one worker.
 * <p>Units: on the wire USD, shares, percent points and epoch milliseconds.
 * <p>Source: docs/wire-protocol.md; field names of the seeds where they have one.
 */
public final class DisplayConverter {

    private static final long NS_PER_S = 1_000_000_000L;

    private final JsonText json = new JsonText();
    private int lastTradeDay = Integer.MIN_VALUE;
    private String lastTradeDate = "";

    /** The event in its transport form. */
    public DisplayMessage toMessage(DisplayEvent event) {
        EventOrigin origin = event.origin();
        String tradeDate = tradeDateOf(origin.tradeDay());
        String id = DisplayEvent.idOf(origin.symbol(), tradeDate, event.type(), origin.ordinal());
        json.reset().string("id", id);
        writeOrigin(event, origin, tradeDate);
        switch (event.type()) {
            case HIGH, LOW -> writeHighLow((HighLowEvent) event);
            case TREND -> writeTrend((TrendEvent) event);
            case SURGE -> writeSurge((SurgeEvent) event);
            case REVISION -> writeRevision((EventRevision) event, tradeDate);
            default -> throw new IllegalArgumentException("display event must be of a known type, was " + event.type());
        }
        json.closeObject();
        int sessionKey = event instanceof EventRevision revision
                ? EventOrigin.sessionKeyOf(origin.tradeDay(), revision.revisedSession()) : origin.sessionKey();
        return new DisplayMessage(id, event.type(), event.direction(), origin.symbolId(), origin.symbol(),
                sessionKey, countChangeOf(event), origin.tsEventNs(), origin.tsInitNs(), origin.ordinal(),
                json.toBytes());
    }

    /** Nearly every event is of the same trade date as the one before it. */
    private String tradeDateOf(int tradeDay) {
        if (tradeDay != lastTradeDay) {
            lastTradeDay = tradeDay;
            lastTradeDate = LocalDate.ofEpochDay(tradeDay).toString();
        }
        return lastTradeDate;
    }

    private static int countChangeOf(DisplayEvent event) {
        if (event instanceof EventRevision revision) {
            return revision.status() == EventRevision.Status.RETRACTED ? -1 : 0;
        }
        return event instanceof HighLowEvent ? 1 : 0;
    }

    private void writeOrigin(DisplayEvent event, EventOrigin origin, String tradeDate) {
        json.string("type", event.type().wireName())
                .string("symbol", origin.symbol())
                .string("trade_date", tradeDate)
                .string("session", origin.session().name())
                .milliseconds("ts_ms", origin.tsEventNs())
                .isoTime("time", origin.tsEventNs())
                .micros("price", origin.priceMicros())
                .string("direction", event.direction().wireName())
                .number("ordinal", origin.ordinal())
                .decimal("percent_change", origin.percentChange(), 4)
                .decimal("vwap", origin.vwapUsd(), 4)
                .decimal("vwap_divergence", origin.vwapDivergencePct(), 4)
                .micros("volume", origin.sizeMicros())
                .decimal("rel_volume", origin.relVolume(), 2);
        if (origin.isReopening()) {
            json.bool("reopening", true);
        }
    }

    private void writeCounts(int countUp, int countDown, String label, String reversal) {
        json.number("count", countUp + countDown)
                .number("count_up", countUp)
                .number("count_down", countDown)
                .string("label", label)
                .string("reversal", reversal);
    }

    private void writeHighLow(HighLowEvent event) {
        boolean high = event.direction() == Direction.UP;
        String label = high ? "HIGH #" + event.countUp() : "LOW #" + event.countDown();
        HighLowEvent.Reversal reversal = event.reversal();
        writeCounts(event.countUp(), event.countDown(), label, reversal == null ? null : reversal.kind());
        json.milliseconds("extreme_ts_ms", event.extremeNs())
                .micros("previous", event.previousMicros())
                .micros("session_high", event.sessionHighMicros())
                .micros("session_low", event.sessionLowMicros())
                .decimal("significance", event.significance(), 2)
                .string("trend_flag", nameOf(event.trendFlag()))
                .string("surge_flag", nameOf(event.surgeFlag()));
        if (reversal != null) {
            json.name("reversal_info").openObject()
                    .string("type", reversal.kind())
                    .decimal("time_span_s", seconds(reversal.timeSpanNs()), 3)
                    .bool("is_rapid", reversal.isRapid())
                    .micros("previous_price", reversal.previousMicros())
                    .closeObject();
        }
        json.name("thresholds").openObject()
                .micros("min_price_change", event.needMicros())
                .decimal("min_percent_change", event.needPct(), 4)
                .closeObject();
    }

    private void writeTrend(TrendEvent event) {
        String label = "TREND " + event.direction().wireName() + ' ' + event.strength().wireName();
        writeCounts(event.countUp(), event.countDown(), label, event.reversal());
        json.string("strength", event.strength().wireName())
                .decimal("score", event.score(), 4)
                .decimal("short_score", event.shortWindow().score(), 4)
                .decimal("medium_score", event.mediumWindow().score(), 4)
                .decimal("long_score", event.longWindow().score(), 4)
                .string("vwap_position", vwapPosition(event.origin()))
                .decimal("age_s", seconds(event.ageNs()), 3);
        TrendEvent.Basis basis = event.basis();
        json.name("why").openObject().decimal("sigma10", basis.sigma10(), 6);
        json.name("windows").openArray();
        writeWindow(event.shortWindow());
        writeWindow(event.mediumWindow());
        writeWindow(event.longWindow());
        json.closeArray();
        json.name("weights").openObject()
                .decimal("price", basis.priceWeight(), 4)
                .decimal("vwap", basis.vwapWeight(), 4)
                .decimal("volume", basis.volumeWeight(), 4)
                .closeObject();
        json.name("thresholds").openObject()
                .decimal("weak", basis.weak(), 4)
                .decimal("moderate", basis.moderate(), 4)
                .decimal("strong", basis.strong(), 4)
                .closeObject();
        json.closeObject();
    }

    private void writeWindow(TrendEvent.Window window) {
        json.openObject()
                .number("seconds", window.seconds())
                .number("buckets", window.buckets())
                .decimal("price", window.price(), 4)
                .decimal("vwap", window.vwap(), 4)
                .decimal("volume", window.volume(), 4)
                .decimal("score", window.score(), 4)
                .closeObject();
    }

    private void writeSurge(SurgeEvent event) {
        String label = "SURGE " + event.direction().wireName() + ' ' + event.trigger().wireName();
        writeCounts(event.countUp(), event.countDown(), label, event.reversal());
        json.string("trigger_type", event.trigger().wireName())
                .string("strength", event.strength().wireName())
                .decimal("score", event.score(), 2)
                .decimal("magnitude", event.magnitudePct(), 4)
                .decimal("volume_multiplier", event.volumeMultiplier(), 4)
                .decimal("z", event.z(), 4)
                .micros("reference_price", event.referenceMicros())
                .number("interval_s", event.intervalSeconds())
                .milliseconds("expiration_ms", event.expirationNs())
                .number("daily_count", event.dailyCount());
    }

    private void writeRevision(EventRevision event, String tradeDate) {
        json.string("revises", DisplayEvent.idOf(
                        event.origin().symbol(), tradeDate, event.revisedType(), event.revisedOrdinal()))
                .string("revised_type", event.revisedType().wireName())
                .string("status", event.status().wireName())
                .string("reason", event.reason().wireName())
                .micros("was_price", event.wasMicros());
        if (event.extremeNs() > 0) {
            json.milliseconds("extreme_ts_ms", event.extremeNs());
        }
    }

    private static String vwapPosition(EventOrigin origin) {
        double divergence = origin.vwapDivergencePct();
        if (Double.isNaN(divergence)) {
            return "unknown";
        }
        return divergence >= 0 ? "above" : "below";
    }

    private static String nameOf(Direction direction) {
        return direction == null ? null : direction.wireName();
    }

    private static double seconds(long ns) {
        return (double) ns / NS_PER_S;
    }
}
