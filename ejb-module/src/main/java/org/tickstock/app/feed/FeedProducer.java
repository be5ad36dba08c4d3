package org.tickstock.app.feed;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.SplittableRandom;
import org.tickstock.engine.feed.MarketDataFeed;
import org.tickstock.engine.feed.ReplayFeed;
import org.tickstock.engine.feed.SyntheticFeed;
import org.tickstock.engine.market.ReferenceData;
import org.tickstock.engine.market.SessionCalendar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.time.EpochClock;

/**
 * Makes the feed that configuration chose.
 *
 * <p>Thread: the deployment's.
 */
@ApplicationScoped
public class FeedProducer {

    @Resource(lookup = "java:app/concurrent/tickstock-feed")
    private ManagedExecutorService executor;

    @Produces
    @Singleton
    MarketDataFeed feed(FeedSettings settings, ReferenceData reference, SymbolTable symbols,
            SessionCalendar calendar, EpochClock clock) {
        return switch (settings.provider()) {
            case SYNTHETIC -> new SyntheticFeed(settings.synthetic(), reference, symbols, calendar, clock);
            case REPLAY -> new ReplayFeed(settings.replay(), symbols, clock);
            case MASSIVE -> new MassiveFeed(settings.massive(), symbols, calendar, clock, executor,
                new SplittableRandom());
        };
    }
}
