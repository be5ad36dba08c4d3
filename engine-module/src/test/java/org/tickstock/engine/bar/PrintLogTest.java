package org.tickstock.engine.bar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.Tick;

class PrintLogTest {

    private static final int EVERYTHING = Minute.MOVES_LAST | Minute.MOVES_HIGH_LOW | Minute.ADDS_VOLUME;

    private final PrintLog log = new PrintLog();
    private final Tick tick = new Tick();

    @BeforeEach
    void open() {
        log.open(0);
    }

    @Test
    void findsAPrintByItsKeyHoweverManyCame() {
        for (int key = 1; key <= 5_000; key++) {
            add(key, 100 + key, key);
        }

        long number = log.find(4_321);

        assertThat(log.timeNs(number)).isEqualTo(4_321);
        assertThat(log.sizeMicros(number)).isEqualTo(1_000_000);
        assertThat(log.allowed(number)).isEqualTo(EVERYTHING);
        assertThat(log.find(5_001)).isEqualTo(PrintLog.UNKNOWN);
        assertThat(log.find(0)).isEqualTo(PrintLog.UNKNOWN);
    }

    @Test
    void foldsWhatStandsIntoItsMinute() {
        add(1, 100, 0);
        add(2, 105, Bar.LENGTH_NS - 1);
        add(3, 110, Bar.LENGTH_NS);
        log.takeBack(log.find(1));
        log.correct(log.find(2), tick.trade(0, 107, 3_000_000, 0, 0, 0), EVERYTHING);

        Bar bar = folded(0);

        assertThat(bar.openMicros()).isEqualTo(107);
        assertThat(bar.closeMicros()).isEqualTo(107);
        assertThat(bar.volumeMicros()).isEqualTo(3_000_000);
        assertThat(bar.trades()).isEqualTo(1);
        assertThat(log.find(1)).isEqualTo(PrintLog.UNKNOWN);
    }

    @Test
    void forgetsWhatIsOld() {
        add(1, 100, 0);
        add(2, 100, Bar.LENGTH_NS);

        log.forgetBefore(Bar.LENGTH_NS);

        assertThat(log.find(1)).isEqualTo(PrintLog.UNKNOWN);
        assertThat(log.find(2)).isNotEqualTo(PrintLog.UNKNOWN);
        assertThat(log.isWhole(0)).isFalse();
        assertThat(log.isWhole(Bar.LENGTH_NS)).isTrue();
    }

    @Test
    void keepsNoMoreThanItMayAndKnowsWhichMinutesAreBrokenOff() {
        for (int key = 1; key <= PrintLog.MOST; key++) {
            add(key, 100, key <= 1_000 ? 0 : Bar.LENGTH_NS);
        }
        assertThat(log.isWhole(0)).isTrue();

        add(PrintLog.MOST + 1, 100, Bar.LENGTH_NS);

        assertThat(log.isWhole(0)).isFalse();
        assertThat(log.isWhole(Bar.LENGTH_NS)).isTrue();
        assertThat(log.find(1_000)).isEqualTo(PrintLog.UNKNOWN);
        assertThat(folded(Bar.LENGTH_NS).trades()).isEqualTo(PrintLog.MOST + 1 - 1_000);
    }

    private void add(long key, long price, long atNs) {
        tick.trade(0, price, 1_000_000, 0, atNs, 0);
        tick.tradeKey = key;
        log.add(tick, atNs, EVERYTHING);
    }

    private Bar folded(long startNs) {
        Minute minute = new Minute(0, 0, MarketSession.REGULAR, startNs);
        log.foldInto(minute, new Tick());
        return minute.bar();
    }
}
