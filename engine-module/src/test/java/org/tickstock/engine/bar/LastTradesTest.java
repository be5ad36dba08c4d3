package org.tickstock.engine.bar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeKey;

class LastTradesTest {

    private final LastTrades trades = new LastTrades(20);
    private final Tick tick = new Tick();

    @Test
    void remembersTheNewestOfEachSymbolInOrder() {
        for (int i = 1; i <= 50; i++) {
            trades.add(tick.trade(i % 2 == 0 ? 3 : 5_000, i, 1, 0, i, 0));
        }

        assertThat(times(3, 100)).hasSize(20).startsWith(12L, 14L).endsWith(48L, 50L).isSorted();
        assertThat(times(3, 3)).containsExactly(46L, 48L, 50L);
        assertThat(times(5_000, 1)).containsExactly(49L);
        assertThat(times(4, 10)).isEmpty();
        assertThat(times(1_000_000, 10)).isEmpty();
    }

    @Test
    void growsWithWhatASymbolPrints() {
        for (int i = 1; i <= 9; i++) {
            trades.add(tick.trade(0, i, 1, 0, i, 0));
        }

        assertThat(times(0, 100)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void forgetsACancelledTradeAndPutsACorrectedOneRight() {
        for (int i = 1; i <= 3; i++) {
            tick.trade(0, 10 * i, 1, 0, i, 0).tradeKey = TradeKey.of("P", "" + i);
            trades.add(tick);
        }
        tick.message(Tick.Kind.CANCEL, 0, 9, 0).tradeKey = TradeKey.of("P", "1");
        trades.takeBack(tick);
        tick.trade(0, 77, 5, 2, 9, 0).tradeKey = TradeKey.of("P", "3");
        tick.kind = Tick.Kind.CORRECTION;
        trades.takeBack(tick);

        assertThat(trades.of(0, 10)).containsExactly(
                new PastTrade(false, 2, 20, 1, 0), new PastTrade(false, 3, 77, 5, 2));
    }

    @Test
    void keepsNoneWhereNoneAreWanted() {
        LastTrades none = new LastTrades(0);

        none.add(tick.trade(0, 1, 1, 0, 1, 0));

        assertThat(none.of(0, 10)).isEmpty();
    }

    private List<Long> times(int symbolId, int limit) {
        return trades.of(symbolId, limit).stream().map(PastTrade::tsEventNs).toList();
    }
}
