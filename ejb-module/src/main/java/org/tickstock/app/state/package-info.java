/**
 * The state of the market as users ask for it: the engine's, over the daily bars that are stored and the regular
 * session as the lanes hear it.
 *
 * <p>{@link org.tickstock.app.state.MarketStateRefresh} builds it once, takes the days that changed each second,
 * and builds it anew when an import was loaded; {@link org.tickstock.app.state.MarketStateHolder} hands out the newest
 * view. What becomes of stages and conditions is kept: {@link org.tickstock.app.state.StateRecorder} writes it,
 * {@link org.tickstock.app.state.StateArchive} reads it. {@link org.tickstock.app.state.RankingRow} is what every edge
 * writes of a symbol.
 * Start reading at {@link org.tickstock.app.state.StateRounds}.
 * <p>Source: market state, sections 1 to 6.
 */
package org.tickstock.app.state;
