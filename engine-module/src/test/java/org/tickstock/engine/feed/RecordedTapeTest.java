package org.tickstock.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickstock.engine.SharedData;
import org.tickstock.engine.feed.FeedStatus.State;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.time.ManualClock;

/** Real trading days of SPY, BAC and AIG, where they are at hand. */
class RecordedTapeTest {

    @ParameterizedTest
    @CsvSource({"2013-10-07,364124", "2013-10-08,620759", "2013-10-09,614517"})
    void readsEveryTradeOfARecordedDay(String day, int trades) {
        Path tape = SharedData.require("tape/" + day + ".csv.gz");
        SymbolTable symbols = SymbolTable.of(List.of("AIG", "BAC", "SPY"));
        CountingListener counted = new CountingListener();
        ReplayFeed feed = new ReplayFeed(new ReplaySettings(List.of(tape), ReplaySettings.MAX_SPEED), symbols,
                ManualClock.at("2026-06-10T15:00:00Z"));

        feed.start(counted);
        while (feed.status().state() == State.LIVE) {
            feed.doWork();
        }

        assertThat(feed.status().detail()).isEqualTo(day + ".csv.gz read to its end");
        assertThat(counted.trades).isEqualTo(trades);
        assertThat(counted.unreadable).isZero();
        assertThat(counted.unknown).isZero();
        assertThat(counted.backwards).isZero();
    }

    private static final class CountingListener implements FeedListener {

        private int trades;
        private int unreadable;
        private int unknown;
        private int backwards;
        private long lastNs;

        @Override
        public void onTick(Tick tick) {
            trades++;
            unknown += tick.symbolId == SymbolTable.UNKNOWN ? 1 : 0;
            backwards += tick.tsEventNs < lastNs ? 1 : 0;
            lastNs = tick.tsEventNs;
        }

        @Override
        public void onUnreadable(TickRefusal reason) {
            unreadable++;
        }
    }
}
