package org.tickstock.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeKey;

/** What is remembered of recent trades, against a map of all trades. */
class RecentTradesTest {

    private static final long NS_PER_S = 1_000_000_000L;

    private final RecentTrades trades = new RecentTrades();
    private final Tick tick = new Tick();

    @Test
    void remembersWhatTwoMinutesBringAndForgetsTheRest() {
        Random random = new Random(5);
        Map<Long, Long> seenNs = new HashMap<>();
        long ns = 0;
        int again = 0;
        for (int i = 0; i < 20_000; i++) {
            ns += random.nextInt(200) * 1_000_000L;
            long key = TradeKey.of("Q", String.valueOf(random.nextInt(4_000)));
            Long last = seenNs.get(key);
            boolean known = last != null && last >= ns - RecentTrades.WINDOW_NS;
            boolean added = add(key, ns);
            // what is old may still be there until the next trade makes room: it must not be counted as new only then
            if (known) {
                assertThat(added).as("trade %d", i).isFalse();
                again++;
            }
            if (added) {
                seenNs.put(key, ns);
            }
        }
        assertThat(again).isGreaterThan(1_000);
    }

    @Test
    void forgetsATradeAfterTwoMinutes() {
        add(7, 10 * NS_PER_S);
        add(8, 130 * NS_PER_S);
        add(9, 130 * NS_PER_S + 1);

        assertThat(trades.find(7)).isEqualTo(RecentTrades.UNKNOWN);
        assertThat(trades.find(8)).isNotEqualTo(RecentTrades.UNKNOWN);
    }

    @Test
    void holdsNoMoreThanItsMost() {
        for (int key = 1; key <= RecentTrades.MOST + 1; key++) {
            assertThat(add(key, 1)).isTrue();
        }

        assertThat(trades.find(1)).isEqualTo(RecentTrades.UNKNOWN);
        assertThat(trades.find(2)).isNotEqualTo(RecentTrades.UNKNOWN);
        assertThat(trades.find(RecentTrades.MOST + 1)).isNotEqualTo(RecentTrades.UNKNOWN);
    }

    @Test
    void knowsATradeThatWasTakenBackSoThatItCannotComeAgain() {
        add(7, 1);
        trades.takeBack(trades.find(7));

        assertThat(add(7, 2)).isFalse();
        assertThat(trades.isTakenBack(trades.find(7))).isTrue();
    }

    @Test
    void putsATradeRight() {
        add(7, 1);

        trades.correct(trades.find(7), 99, 5);

        assertThat(trades.get(trades.find(7))).isEqualTo(new KnownTrade(99, 5, 1));
    }

    @Test
    void startsEmptyAgain() {
        add(7, 1);
        trades.clear();

        assertThat(trades.find(7)).isEqualTo(RecentTrades.UNKNOWN);
        assertThat(add(7, 1)).isTrue();
    }

    private boolean add(long key, long ns) {
        tick.trade(0, 100, 200, 0, ns, ns);
        tick.tradeKey = key;
        return trades.add(tick, 200, ns);
    }
}
