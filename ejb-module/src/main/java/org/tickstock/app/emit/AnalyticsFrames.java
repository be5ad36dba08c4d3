package org.tickstock.app.emit;

import static org.tickstock.app.json.JsonFactory.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import org.tickstock.app.analytics.MarketAnalytics;
import org.tickstock.engine.analytics.GaugeReading;
import org.tickstock.engine.analytics.PressureBoard;
import org.tickstock.engine.universe.UniverseSelection;

/**
 * Builds the gauges' frame and answer: the whole market's, and those of what a user watches.
 *
 * <p>Thread: any.
 * <p>Source: docs/wire-protocol.md, market_analytics.
 */
@ApplicationScoped
public class AnalyticsFrames {

    private static final long MICROS = 1_000_000L;
    private static final double HUNDRED = 100;
    private static final int WINDOW_S = 10;

    @Inject
    private MarketAnalytics analytics;

    /** {@code market_analytics}: the same text for everyone who watches the same. */
    public String marketAnalytics(UniverseSelection selection) {
        return JSON.createObjectBuilder().add("event", "market_analytics").add("data", analytics(selection))
            .build().toString();
    }

    /** The data of that frame; a part without a window in this session yet is null. */
    public JsonObject analytics(UniverseSelection selection) {
        return JSON.createObjectBuilder()
            .add("core_universe_analytics", universe(analytics.market()))
            .add("user_universe_analytics", universe(analytics.of(selection)))
            .build();
    }

    private static JsonValue universe(GaugeReading reading) {
        if (reading == null) {
            return JsonValue.NULL;
        }
        long endNs = reading.window().startNs() + PressureBoard.WINDOW_NS;
        return JSON.createObjectBuilder()
            .add("gauge_analytics", JSON.createObjectBuilder()
                .add("ema_net_score", rounded(reading.gauge()))
                .add("current_net_score", rounded(reading.clampedNet()))
                .add("net_score_raw", rounded(reading.window().netScore()))
                .add("ema_buying_pct", rounded(reading.buyingPct())))
            .add("vertical_analytics", JSON.createObjectBuilder()
                .add("ema_net_score", rounded(reading.vertical()))
                .add("weighted_alpha", rounded(reading.verticalAlpha()))
                .add("volume_weight", rounded(reading.activityWeight()))
                .add("max_activity_seen", reading.busiestActivity()))
            .add("simple_averages", JSON.createObjectBuilder()
                .add("avg_net_score_10sec", rounded(reading.window().netScore()))
                .add("avg_net_score_60sec", rounded(reading.net60()))
                .add("avg_net_score_300sec", rounded(reading.net300()))
                .add("avg_activity_60sec", rounded(reading.activity60())))
            .add("current_state", state(reading))
            .add("aggregation_info", JSON.createObjectBuilder()
                .add("aggregation_interval_seconds", WINDOW_S)
                .add("session_calculation_count", reading.windows())
                .add("window_end", Instant.ofEpochSecond(0, endNs).toString())
                .add("window_end_ms", endNs / MICROS))
            .build();
    }

    private static JsonObjectBuilder state(GaugeReading reading) {
        return JSON.createObjectBuilder()
            .add("activity_level", reading.level().wireName())
            .add("buying_count", reading.window().buyMicros() / MICROS)
            .add("selling_count", reading.window().sellMicros() / MICROS)
            .add("activity_count", reading.window().activity())
            .add("trades_per_minute", rounded(reading.tradesPerMinute()))
            .add("tempo", reading.tempo().wireName())
            .add("universe_size", reading.symbols());
    }

    private static double rounded(double value) {
        return Math.rint(value * HUNDRED) / HUNDRED;
    }
}
