/**
 * Stage 5 of 6. In: {@link org.tickstock.engine.event.DisplayMessage}.
 * Out: {@link org.tickstock.engine.collect.EventBatch}.
 *
 * <p>Thread: one collector writes, any number of cursors read.
 * Start reading at {@link org.tickstock.engine.collect.EventLog}.
 */
package org.tickstock.engine.collect;
