package org.tickstock.app.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * The journal's part of {@code /health/ready}.
 *
 * <p>Thread: any.
 */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
public class JournalReadiness implements HealthCheck {

    @Inject
    private Readiness readiness;

    @Override
    public HealthCheckResponse call() {
        return HealthChecks.of(readiness.journal());
    }
}
