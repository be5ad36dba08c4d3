package org.tickstock.app.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.tickstock.app.detect.DetectionLanes;
import org.tickstock.app.emit.WebSocketPublisher;
import org.tickstock.app.feed.MarketDataService;
import org.tickstock.app.work.WorkerPool;
import org.tickstock.engine.time.EpochClock;

/**
 * Whether the loops run and the emission timer ticks; when they do not, only a restart helps.
 *
 * <p>Thread: any.
 */
@ApplicationScoped
public class Liveness {

    private static final long SILENT_NS = 30_000_000_000L;

    @Inject
    private DetectionLanes lanes;
    @Inject
    private WorkerPool workers;
    @Inject
    private MarketDataService service;
    @Inject
    private WebSocketPublisher publisher;
    @Inject
    private EpochClock clock;

    /** Every check, with its reason. */
    public List<Check> checks() {
        return List.of(loops());
    }

    Check loops() {
        boolean up = lanes.areRunning() && workers.size() > 0 && service.isFeeding() && isEmitting();
        return new Check("loops", up, "lanes: " + word(lanes.areRunning()) + ", workers: " + workers.size()
            + ", feed: " + word(service.isFeeding()) + ", emission: " + word(isEmitting()));
    }

    private boolean isEmitting() {
        long endedAtNs = publisher.report().endedAtNs();
        return endedAtNs == 0 || clock.nowNs() - endedAtNs < SILENT_NS;
    }

    private static String word(boolean running) {
        return running ? "running" : "still";
    }
}
