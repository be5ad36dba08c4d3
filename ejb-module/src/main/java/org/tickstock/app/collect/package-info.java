/**
 * Stage 5 of 6, the container's side. In: the display queue. Out: the event log, read by cursors.
 *
 * <p>Thread: one scheduled task of {@code concurrent/tickstock-scheduled} writes, anyone reads.
 * Start reading at {@link org.tickstock.app.collect.DataPublisher}.
 */
package org.tickstock.app.collect;
