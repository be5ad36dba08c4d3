package org.tickstock.app.emit;

import static org.tickstock.app.json.JsonFactory.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.tickstock.app.account.SignedIn;
import org.tickstock.app.universe.UniverseIndexHolder;
import org.tickstock.engine.analytics.PressureBoard;
import org.tickstock.engine.collect.EventLog;
import org.tickstock.engine.event.ControlEvent;
import org.tickstock.engine.feed.FeedStatus;
import org.tickstock.engine.feed.MarketDataFeed;
import org.tickstock.engine.time.EpochClock;
import org.tickstock.engine.universe.UniverseSelection;

/**
 * Builds the text of every frame that is no event: status, session, universes, answers.
 *
 * <p>Thread: any.
 * <p>Source: docs/wire-protocol.md, section 3.
 */
@ApplicationScoped
public class StatusFrames {

    private static final long NS_PER_MS = 1_000_000L;

    @Inject
    private MarketDataFeed feed;
    @Inject
    private CurrentSession session;
    @Inject
    private EventLog log;
    @Inject
    private EpochClock clock;
    @Inject
    private UniverseIndexHolder universes;
    @Inject
    private PressureBoard pressure;

    /** {@code status_update}: how feed and market stand; the same text for every connection. */
    public String statusUpdate() {
        FeedStatus status = feed.status();
        long nowNs = clock.nowNs();
        boolean seen = status.lastEventNs() > 0;
        JsonObjectBuilder data = JSON.createObjectBuilder()
            .add("status", health(status.state()))
            .add("connected", status.state() == FeedStatus.State.LIVE)
            .add("provider", status.provider())
            .add("feed_state", lower(status.state()))
            .add("feed_detail", status.detail())
            .add("market_session", session.now().name());
        if (seen) {
            data.add("feed_time_ms", ms(status.lastEventNs()))
                .add("feed_time", time(status.lastEventNs()))
                .add("freshness_ms", Math.max(0, ms(nowNs - status.lastReceiptNs())));
        } else {
            data.addNull("feed_time_ms").addNull("feed_time").addNull("freshness_ms");
        }
        return frame("status_update", data
            .add("pressure", pressureNow())
            .add("server_time_ms", ms(nowNs))
            .add("epoch", log.epoch())
            .add("last_offset", log.lastOffset()));
    }

    /** {@code session_reset}: a market session began. */
    public String sessionReset(ControlEvent event) {
        return frame("session_reset", JSON.createObjectBuilder()
            .add("trade_date", LocalDate.ofEpochDay(event.tradeDay()).toString())
            .add("previous_session", event.from().name())
            .add("new_session", event.to().name())
            .add("reset_time_ms", ms(event.tsEventNs()))
            .add("reset_time", time(event.tsEventNs()))
            .add("reset_reason", "market_session_changed"));
    }

    /** {@code universe_updated}: what the user watches now. */
    public String universeUpdated(UniverseSelection selection) {
        return frame("universe_updated", JSON.createObjectBuilder(universes(selection)));
    }

    /** The selection as JSON: the data of {@code universe_updated} and the answer of {@code /api/me/universes}. */
    public JsonObject universes(UniverseSelection selection) {
        return JSON.createObjectBuilder()
            .add("market", names(selection.market()))
            .add("highlow", names(selection.highlow()))
            .add("symbol_count", universes.current().symbolCount(selection))
            .build();
    }

    /** {@code user_status_response}: who asks, over which connection. */
    public String userStatusResponse(SignedIn user, String connectionId, int connections) {
        return frame("user_status_response", JSON.createObjectBuilder()
            .add("authenticated", true)
            .add("email", user.email())
            .add("connection_id", connectionId)
            .add("user_connections", connections)
            .add("server_time_ms", ms(clock.nowNs())));
    }

    /** {@code pong}. */
    public String pong() {
        return frame("pong", JSON.createObjectBuilder().add("server_time_ms", ms(clock.nowNs())));
    }

    /** {@code error}: what was wrong with a frame of the client. */
    public String error(String message) {
        return frame("error", JSON.createObjectBuilder().add("message", message));
    }

    private JsonValue pressureNow() {
        PressureBoard.Status now = pressure.status();
        return now == null ? JsonValue.NULL : JSON.createObjectBuilder()
            .add("net_10s", rounded(now.net10()))
            .add("net_60s", rounded(now.net60()))
            .add("net_300s", rounded(now.net300()))
            .build();
    }

    private static double rounded(double value) {
        return Math.rint(value * 100) / 100;
    }

    private static String health(FeedStatus.State state) {
        return switch (state) {
            case LIVE, FINISHED -> "healthy";
            case IDLE, CONNECTING, DEGRADED -> "degraded";
            case FAILED -> "failed";
        };
    }

    private static JsonArray names(List<String> names) {
        return JSON.createArrayBuilder(names).build();
    }

    private static String frame(String event, JsonObjectBuilder data) {
        JsonValue body = data.build();
        return JSON.createObjectBuilder().add("event", event).add("data", body).build().toString();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static long ms(long ns) {
        return ns / NS_PER_MS;
    }

    private static String time(long tsNs) {
        return Instant.ofEpochMilli(ms(tsNs)).toString();
    }
}
