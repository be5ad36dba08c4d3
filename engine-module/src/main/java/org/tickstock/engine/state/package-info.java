/**
 * The state of the market, beside the six stages: from the daily bars of every symbol to rankings, stages, sectors,
 * breadth and conditions. In: {@link org.tickstock.engine.state.DailyHistory} and bars of the day as they form. Out:
 * {@link org.tickstock.engine.state.MarketStateView}.
 *
 * <p>Three layers. {@link org.tickstock.engine.state.SymbolBars} brings one symbol up to date with each bar in
 * constant time and tells it as {@link org.tickstock.engine.state.SymbolFigures}; nothing there depends on other
 * symbols. {@link org.tickstock.engine.state.MarketState} holds all symbols and publishes their figures together.
 * {@link org.tickstock.engine.state.UniverseState} holds the symbols of one universe against each other.
 * <p>What is not known is NaN, or a constant that says so; it is never 0. Whatever has an order has a strict one, with
 * ties by symbol or name, so that the same bars give the same view however they came in.
 * <p>Thread: one writes; views are immutable.
 * Start reading at {@link org.tickstock.engine.state.MarketState}. The formulas: docs/market-state.md.
 */
package org.tickstock.engine.state;
