/**
 * Stage 6 of 6. In: {@link org.tickstock.engine.collect.EventBatch}. Out: one text frame per subscriber.
 *
 * <p>Thread: the emission timer. Start reading at {@code EmissionCycle}.
 */
package org.tickstock.engine.emit;
