package org.tickstock.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.feed.FeedStatus.State;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.time.ManualClock;

/** What every feed of the engine must keep. */
abstract class FeedContractTest {

    protected final ManualClock clock = ManualClock.at("2026-06-10T15:00:00Z");
    protected final SymbolTable symbols = SymbolTable.of(List.of("AAPL", "SPY"));
    protected final RecordingListener listener = new RecordingListener();

    /** A new feed that has at least two ticks to give within a minute of {@link #clock}. */
    protected abstract MarketDataFeed feed() throws Exception;

    @Test
    void isIdleUntilStarted() throws Exception {
        MarketDataFeed feed = feed();

        assertThat(feed.status().state()).isEqualTo(State.IDLE);
        assertThat(feed.status().ticks()).isZero();
        assertThat(feed.doWork()).isZero();
        assertThat(listener.received()).isZero();
    }

    @Test
    void givesNothingBeforeItsFirstWork() throws Exception {
        MarketDataFeed feed = feed();

        feed.start(listener);

        assertThat(feed.status().state()).isEqualTo(State.LIVE);
        assertThat(listener.received()).isZero();
        feed.stop();
    }

    @Test
    void returnsHowManyItHandedOverAndCountsThem() throws Exception {
        MarketDataFeed feed = feed();
        feed.start(listener);

        int done = workForAMinute(feed);

        assertThat(done).isGreaterThanOrEqualTo(2).isEqualTo(listener.received());
        assertThat(feed.status().ticks()).isEqualTo(done);
        assertThat(feed.status().lastEventNs()).isEqualTo(listener.ticks.get(listener.ticks.size() - 1).tsEventNs);
        assertThat(feed.status().lastReceiptNs()).isPositive().isLessThanOrEqualTo(clock.nowNs());
        feed.stop();
    }

    @Test
    void marksEveryTickWithItsReceipt() throws Exception {
        MarketDataFeed feed = feed();
        feed.start(listener);
        long startNs = clock.nowNs();

        workForAMinute(feed);

        assertThat(listener.ticks).allSatisfy(tick -> {
            assertThat(tick.tsInitNs).isBetween(startNs, clock.nowNs());
            assertThat(tick.tsEventNs).isPositive();
        });
        feed.stop();
    }

    @Test
    void givesNothingAfterStop() throws Exception {
        MarketDataFeed feed = feed();
        feed.start(listener);
        feed.doWork();
        int before = listener.received();

        feed.stop();
        feed.stop();

        assertThat(workForAMinute(feed)).isZero();
        assertThat(listener.received()).isEqualTo(before);
        assertThat(feed.status().state()).isNotEqualTo(State.LIVE);
    }

    @Test
    void refusesSecondStart() throws Exception {
        MarketDataFeed feed = feed();
        feed.start(listener);

        assertThatThrownBy(() -> feed.start(listener)).isInstanceOf(IllegalStateException.class);
        feed.stop();
    }

    private int workForAMinute(MarketDataFeed feed) {
        int done = 0;
        for (int second = 0; second < 60; second++) {
            done += feed.doWork();
            clock.advanceMs(1_000);
        }
        return done + feed.doWork();
    }
}
