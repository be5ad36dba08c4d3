package org.tickstock.engine.detect;

import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeConditions;

/**
 * Takes trades back and puts them right in a symbol's statistics: extremes, volume and VWAP.
 *
 * <p>A trade is found while it is among the recent ones or holds one of the best prices of a session; any other is not
 * known, and nothing is changed for it. Windows of seconds and volatility stay as the market saw them.
 * <p>Thread: immutable; the symbol's state belongs to the calling lane.
 * <p>Source: market rules, section 4.
 */
final class TradeCorrections {

    private final TradeConditions conditions;
    private final PrintScreen screen;
    private final Tick corrected = new Tick();

    TradeCorrections(TradeConditions conditions, PrintScreen screen) {
        this.conditions = conditions;
        this.screen = screen;
    }

    /** The trade with this key as it was counted, null when it is not known or does not stand any more. */
    KnownTrade find(long key, SymbolState state) {
        int number = state.trades.find(key);
        if (number == RecentTrades.UNKNOWN) {
            return state.statistics.find(key);
        }
        return state.trades.isTakenBack(number) ? null : state.trades.get(number);
    }

    void cancel(Tick message, KnownTrade trade, MarketSession session, SymbolState state) {
        remove(message.tradeKey, trade, session, state);
        int number = state.trades.find(message.tradeKey);
        if (number != RecentTrades.UNKNOWN) {
            state.trades.takeBack(number);
        }
    }

    /** The corrected trade counts at its old time; it stays live only within the live extremes there were. */
    void correct(Tick message, KnownTrade trade, MarketSession session, SymbolState state) {
        SessionStatistics statistics = state.statistics.of(session);
        int number = state.trades.find(message.tradeKey);
        boolean wasLive = number == RecentTrades.UNKNOWN
                ? statistics.hasLive(message.tradeKey) : state.trades.isLive(number);
        boolean staysLive = wasLive
                && message.priceMicros <= statistics.liveHigh.priceMicros()
                && message.priceMicros >= statistics.liveLow.priceMicros();
        remove(message.tradeKey, trade, session, state);
        long volumeMicros = conditions.addsVolume(message.conditionBits) ? message.sizeMicros : 0;
        corrected.trade(message.symbolId, message.priceMicros, message.sizeMicros, message.conditionBits,
                trade.tsNs(), message.tsInitNs);
        corrected.tradeKey = message.tradeKey;
        if (volumeMicros > 0) {
            state.flow.addToVwap(corrected);
            state.statistics.addVolume(session, volumeMicros);
        }
        if (screen.isOfficial(corrected, session)) {
            boolean isForDay = screen.isForDay(corrected, session);
            state.statistics.add(session, corrected, volumeMicros, Verdict.CORRECTED, isForDay);
            if (staysLive) {
                state.statistics.addLive(session, corrected, volumeMicros, isForDay);
            }
        }
        if (number != RecentTrades.UNKNOWN) {
            state.trades.correct(number, message.priceMicros, volumeMicros);
        }
    }

    private static void remove(long key, KnownTrade trade, MarketSession session, SymbolState state) {
        state.statistics.remove(session, key, trade.volumeMicros());
        if (trade.volumeMicros() > 0) {
            state.flow.removeFromVwap(trade.priceMicros(), trade.volumeMicros());
        }
        if (state.limits.quarantined.tradeKey == key) {
            state.limits.releaseQuarantined();
        }
    }
}
