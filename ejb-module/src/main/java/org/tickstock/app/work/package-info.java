/**
 * Stage 4 of 6, the container's side: as many workers as the queue calls for.
 *
 * <p>Thread: one of {@code concurrent/tickstock-workers} for each worker.
 * Start reading at {@link org.tickstock.app.work.WorkerPool}.
 */
package org.tickstock.app.work;
