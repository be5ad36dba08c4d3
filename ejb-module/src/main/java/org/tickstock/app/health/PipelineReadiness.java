package org.tickstock.app.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * The pipeline's part of {@code /health/ready}.
 *
 * <p>Thread: any.
 */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
public class PipelineReadiness implements HealthCheck {

    @Inject
    private Readiness readiness;

    @Override
    public HealthCheckResponse call() {
        return HealthChecks.of(readiness.pipeline());
    }
}
