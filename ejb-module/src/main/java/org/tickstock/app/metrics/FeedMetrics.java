package org.tickstock.app.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.tickstock.app.emit.CurrentSession;
import org.tickstock.engine.feed.FeedStatus;
import org.tickstock.engine.feed.MarketDataFeed;
import org.tickstock.engine.market.MarketSession;

/**
 * Where the ticks come from, and in which session of the market.
 *
 * <p>Thread: any.
 */
@ApplicationScoped
public class FeedMetrics implements MetricSource {

    @Inject
    private MarketDataFeed feed;
    @Inject
    private CurrentSession session;

    @Override
    public Stream<Metric> metrics() {
        return Stream.of(
            Stream.of(Metric.of("tickstock_feed_ticks", "ticks the source gave since the start",
                () -> feed.status().ticks())),
            Stream.of(FeedStatus.State.values()).map(state -> Metric.flag("tickstock_feed_state",
                "1 for the state the source is in", Map.of("state", name(state)),
                () -> feed.status().state() == state)),
            Stream.of(MarketSession.values()).map(each -> Metric.flag("tickstock_market_session",
                "1 for the session the market is in", Map.of("session", name(each)), () -> session.now() == each)))
            .flatMap(each -> each);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
