package org.tickstock.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickstock.engine.state.TinyMarket.bar;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradeDaysTest {

    private final List<DailyHistory> histories = new ArrayList<>();

    @Test
    void leavesOutADayOnWhichHardlyAnySymbolTraded() {
        for (int symbol = 0; symbol < 21; symbol++) {
            histories.add(symbol < 2 ? history(1, 2, 3) : history(1, 3));
        }

        assertThat(TradeDays.of(histories).contains(2)).isFalse();
        assertThat(TradeDays.of(histories).contains(3)).isTrue();
        histories.set(2, history(1, 2, 3));
        assertThat(TradeDays.of(histories).contains(2)).isTrue();
    }

    @Test
    void countsOnlySymbolsThatLive() {
        for (int symbol = 0; symbol < 20; symbol++) {
            histories.add(history(1));
        }
        histories.add(history(1, 9));

        // a week after its last bar a symbol is gone
        assertThat(TradeDays.of(histories).last()).isEqualTo(9);
        histories.set(1, history(2));
        assertThat(TradeDays.of(histories).last()).isEqualTo(9);
    }

    @Test
    void beginsADayOnceATenthOfTheMarketTrades() {
        TinyMarket tiny = new TinyMarket();
        for (int symbol = 10; symbol < 31; symbol++) {
            tiny.symbol("S" + symbol, 10, 10);
        }
        MarketState market = tiny.market();

        market.update("S10", 3, bar(11));
        market.update("S11", 3, bar(11));
        assertThat(day(market)).isEqualTo(2);
        market.update("S12", 3, bar(11));
        assertThat(day(market)).isEqualTo(3);
        assertThat(market.refresh(StateMoment.closed(0)).universe("all").orElseThrow().staleCount()).isEqualTo(18);
    }

    @Test
    void forgetsABarOfADayThatWasNone() {
        TinyMarket tiny = new TinyMarket();
        for (int symbol = 10; symbol < 31; symbol++) {
            DailyHistory bars = symbol == 10 ? history(1, 2, 3) : history(1, 3);
            tiny.symbol("S" + symbol, "", Double.NaN, bars);
        }

        MarketState market = tiny.market();

        assertThat(market.ghostBars()).isEqualTo(1);
        assertThat(market.refresh(StateMoment.closed(0)).symbol("S10").orElseThrow().bars()).isEqualTo(2);
    }

    private static int day(MarketState market) {
        return market.refresh(StateMoment.closed(0)).tradeDay();
    }

    private static DailyHistory history(int... days) {
        DailyHistory.Builder bars = new DailyHistory.Builder();
        for (int day : days) {
            bars.add(day, bar(10));
        }
        return bars.build();
    }
}
