package org.tickstock.app.feed;

/**
 * Told once, when all rooms run: whatever needs the container's resources, which are not there for every bean while the
 * application is being assembled, may begin.
 *
 * <p>Errors: an observer that throws ends the start.
 */
public record PipelineStarted() {
}
