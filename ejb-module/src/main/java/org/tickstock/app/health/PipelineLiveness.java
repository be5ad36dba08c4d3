package org.tickstock.app.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * The loops' part of {@code /health/live}.
 *
 * <p>Thread: any.
 */
@org.eclipse.microprofile.health.Liveness
@ApplicationScoped
public class PipelineLiveness implements HealthCheck {

    @Inject
    private Liveness liveness;

    @Override
    public HealthCheckResponse call() {
        return HealthChecks.of(liveness.loops());
    }
}
