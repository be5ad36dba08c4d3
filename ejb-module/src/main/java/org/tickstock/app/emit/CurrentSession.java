package org.tickstock.app.emit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.tickstock.engine.Pipeline;
import org.tickstock.engine.market.MarketDay;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.time.EpochClock;

/**
 * Tells which market session holds: at the newest tick, or now while there was none.
 *
 * <p>Thread: any.
 */
@ApplicationScoped
public class CurrentSession {

    @Inject
    private Pipeline pipeline;
    @Inject
    private EpochClock clock;

    /** The session on the feed's own clock. */
    public MarketSession now() {
        return pipeline.calendar().spanAt(nowNs()).session();
    }

    /** The day on the feed's own clock. */
    public MarketDay day() {
        return MarketDay.at(pipeline.calendar(), nowNs());
    }

    /** What that clock says, in nanoseconds since the epoch. */
    public long nowNs() {
        long feedTimeNs = pipeline.feedTimeNs();
        return feedTimeNs > 0 ? feedTimeNs : clock.nowNs();
    }
}
