/**
 * Stage 2 of 6, the container's side: which rules there are, and the threads that run the lanes.
 *
 * <p>Thread: one of {@code concurrent/tickstock-lanes} for each lane.
 * Start reading at {@link org.tickstock.app.detect.DetectorProducer}.
 */
package org.tickstock.app.detect;
