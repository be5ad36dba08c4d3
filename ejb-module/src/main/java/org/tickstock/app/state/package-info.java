/**
 * The state of the market as users ask for it: the engine's, over the daily bars that are stored.
 *
 * <p>{@link org.tickstock.app.state.MarketStateRefresh} builds it once, takes what changed of the newest day after,
 * and builds it anew when an import was loaded; {@link org.tickstock.app.state.MarketStateHolder} hands out the newest
 * view.
 * Start reading at {@link org.tickstock.app.state.StateRounds}.
 * <p>Source: market state, sections 1 to 6.
 */
package org.tickstock.app.state;
