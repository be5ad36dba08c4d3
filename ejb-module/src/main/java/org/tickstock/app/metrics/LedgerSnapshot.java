package org.tickstock.app.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.tickstock.engine.Pipeline;
import org.tickstock.engine.PipelineStatus;
import org.tickstock.engine.time.EpochClock;

/**
 * The ledger, at most half a second old: a scrape asks for a hundred of its figures one by one.
 *
 * <p>Thread: any.
 */
@ApplicationScoped
public class LedgerSnapshot {

    private static final long FRESH_NS = 500_000_000L;

    @Inject
    private Pipeline pipeline;
    @Inject
    private EpochClock clock;

    private PipelineStatus status;
    private long takenAtNs;

    /** The ledger of now, or of a moment ago. */
    public synchronized PipelineStatus now() {
        long nowNs = clock.nowNs();
        if (status == null || Math.abs(nowNs - takenAtNs) > FRESH_NS) {
            status = pipeline.status();
            takenAtNs = nowNs;
        }
        return status;
    }
}
