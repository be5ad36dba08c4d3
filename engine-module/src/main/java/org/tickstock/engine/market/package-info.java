/**
 * Vocabulary of the market: ticks, symbols, sessions, trade conditions.
 *
 * <p>Imported by every stage; imports none. Start reading at {@link org.tickstock.engine.market.Tick}.
 */
package org.tickstock.engine.market;
