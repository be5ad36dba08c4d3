package org.tickstock.app.health;

import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Turns our checks into MicroProfile Health's.
 *
 * <p>Thread: stateless.
 */
final class HealthChecks {

    private HealthChecks() {
    }

    static HealthCheckResponse of(Check check) {
        return HealthCheckResponse.named(check.name()).status(check.up()).withData("detail", check.detail()).build();
    }
}
