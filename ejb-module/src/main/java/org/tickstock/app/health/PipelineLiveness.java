package org.tickstock.app.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
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
@Liveness
@ApplicationScoped
public class PipelineLiveness implements HealthCheck {

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

    @Override
    public HealthCheckResponse call() {
        int running = workers.size();
        long endedAtNs = publisher.report().endedAtNs();
        boolean emitting = endedAtNs == 0 || clock.nowNs() - endedAtNs < SILENT_NS;
        return HealthCheckResponse.named("loops")
            .status(lanes.areRunning() && running > 0 && service.isFeeding() && emitting)
            .withData("lanes", lanes.areRunning())
            .withData("workers", running)
            .withData("feed", service.isFeeding())
            .withData("emission", emitting)
            .build();
    }
}
