package org.tickstock.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.feed.FeedStatus.State;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.ReferenceData;
import org.tickstock.engine.market.SessionCalendar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;

class SyntheticFeedTest extends FeedContractTest {

    private static final ReferenceData REFERENCE = ReferenceData.load();
    private static final SessionCalendar CALENDAR = new NewYorkCalendar();
    private static final long NS_PER_S = 1_000_000_000L;

    @Override
    protected MarketDataFeed feed() {
        return feed(settings(1, 0, null));
    }

    @Test
    void opensTheLastTradingDayBeforeTodayAtHalfPastNine() {
        SyntheticFeed feed = feed(settings(1, 0, null));

        feed.start(listener);
        clock.advanceMs(1_000);
        feed.doWork();
        clock.advanceMs(5_000);
        feed.doWork();

        assertThat(feed.status().state()).isEqualTo(State.LIVE);
        assertThat(feed.status().detail())
                .contains("invented prices of 50 tickers", "2026-06-09", "seed 7", "speed 1.0");
        assertThat(listener.ticks).isNotEmpty()
                .allSatisfy(tick -> assertThat(tick.tsEventNs).isGreaterThanOrEqualTo(nsAt("2026-06-09T09:30")));
        assertThat(listener.ticks.get(0).tsEventNs).isLessThan(nsAt("2026-06-09T09:30:01"));
    }

    @Test
    void tellsTheWarmUpAtOnceAndThenRunsWithTheClock() {
        SyntheticFeed feed = feed(settings(2, 5, LocalDate.parse("2026-06-08")));
        feed.start(listener);

        drain(feed);
        assertThat(lastEventNs()).isLessThan(nsAt("2026-06-08T09:35") + NS_PER_S)
                .isGreaterThan(nsAt("2026-06-08T09:35") - NS_PER_S);
        int past = listener.received();
        clock.advanceMs(9_000);
        drain(feed);

        assertThat(past).isBetween(20_000, 60_000);
        assertThat(lastEventNs()).isBetween(nsAt("2026-06-08T09:35:17"), nsAt("2026-06-08T09:35:19"));
        assertThat(listener.received() - past).isBetween(1_000, 3_000);
    }

    @Test
    void givesTheSameTicksWhateverThePace() {
        SyntheticFeed hurried = feed(settings(1_000, 20, null));
        hurried.start(listener);
        drain(hurried);
        RecordingListener other = new RecordingListener();
        SyntheticFeed patient = feed(settings(0.7, 0, null));
        patient.start(other);
        for (int i = 0; i < 4_000; i++) {
            clock.advanceMs(i % 13 * 20);
            patient.doWork();
        }

        assertThat(other.ticks.size()).isBetween(10_000, listener.ticks.size());
        for (int i = 0; i < other.ticks.size(); i++) {
            assertSameTrade(other.ticks.get(i), listener.ticks.get(i));
        }
    }

    @Test
    void beginsTheNextTradingDayASecondAfterTheLastOneEnded() {
        SyntheticFeed feed = feed(settings(1_000, 0, LocalDate.parse("2026-07-02")));
        feed.start(listener);

        for (int ms = 0; ms < 40_000; ms += 500) {
            drain(feed);
            clock.advanceMs(500);
        }

        assertThat(listener.ticks).allSatisfy(tick -> assertThat(CALENDAR.spanAt(tick.tsEventNs).session())
                .isIn(MarketSession.REGULAR, MarketSession.AFTER));
        assertThat(listener.ticks.stream().map(tick -> CALENDAR.spanAt(tick.tsEventNs).tradeDay()).distinct())
                .containsExactly((int) LocalDate.parse("2026-07-02").toEpochDay(),
                        (int) LocalDate.parse("2026-07-06").toEpochDay());
        assertThat(feed.status().detail()).contains("2026-07-06");
    }

    @Test
    void doesNotCatchUpAfterALongSleep() {
        SyntheticFeed feed = feed(settings(1, 0, null));
        feed.start(listener);
        drain(feed);

        clock.advanceMs(3_600_000);
        drain(feed);

        assertThat(listener.received()).isLessThan(2_000);
    }

    @Test
    void sendsTickersOutsideTheTableAsUnknown() {
        SyntheticFeed feed = new SyntheticFeed(settings(1, 1, null), REFERENCE, SymbolTable.of(List.of("SPY")),
                CALENDAR, clock);
        feed.start(listener);

        drain(feed);

        assertThat(listener.ticks).extracting(tick -> tick.symbolId).contains(0, SymbolTable.UNKNOWN);
    }

    @Test
    void refusesADayOnWhichTheExchangeIsClosed() {
        SyntheticFeed feed = feed(settings(1, 0, LocalDate.parse("2026-07-03")));

        assertThatThrownBy(() -> feed.start(listener))
                .hasMessage("tickstock.feed.synthetic.trade-date must be a trading day, was 2026-07-03");
    }

    @Test
    void refusesSettingsOutOfRange() {
        assertThatThrownBy(() -> new SyntheticSettings(1, 0, 1, 1, 0, MarketSession.PRE, null))
                .hasMessage("tickstock.feed.synthetic.tickers must be 1 to 10000, was 0");
        assertThatThrownBy(() -> new SyntheticSettings(1, 1, 1, Double.NaN, 0, MarketSession.PRE, null))
                .hasMessage("tickstock.feed.synthetic.speed must be > 0 and at most 1000, was NaN");
        assertThatThrownBy(() -> new SyntheticSettings(1, 1, 1, 1, 0, MarketSession.AFTER, null))
                .hasMessage("tickstock.feed.synthetic.open-at must be PRE or REGULAR, was AFTER");
        assertThat(SyntheticFeed.tickers(SyntheticSettings.defaults(), REFERENCE))
                .hasSize(4_000).doesNotHaveDuplicates().startsWith("SPY", "QQQ", "AAPL").contains("BRK.B", "META");
    }

    private SyntheticFeed feed(SyntheticSettings settings) {
        SymbolTable known = SymbolTable.of(SyntheticFeed.tickers(settings, REFERENCE));
        return new SyntheticFeed(settings, REFERENCE, known, CALENDAR, clock);
    }

    private static SyntheticSettings settings(double speed, int warmUpMinutes, LocalDate tradeDate) {
        return new SyntheticSettings(7, 50, 60, speed, warmUpMinutes, MarketSession.REGULAR, tradeDate);
    }

    private static void drain(SyntheticFeed feed) {
        int done = feed.doWork();
        while (done > 0) {
            done = feed.doWork();
        }
    }

    private long lastEventNs() {
        return listener.ticks.stream().mapToLong(tick -> tick.tsEventNs).max().orElse(0);
    }

    private static void assertSameTrade(Tick tick, Tick expected) {
        assertThat(tick.symbolId).isEqualTo(expected.symbolId);
        assertThat(tick.priceMicros).isEqualTo(expected.priceMicros);
        assertThat(tick.sizeMicros).isEqualTo(expected.sizeMicros);
        assertThat(tick.conditionBits).isEqualTo(expected.conditionBits);
        assertThat(tick.tsEventNs).isEqualTo(expected.tsEventNs);
    }

    private static long nsAt(String newYorkTime) {
        return LocalDateTime.parse(newYorkTime).atZone(NewYorkCalendar.NEW_YORK).toEpochSecond() * NS_PER_S;
    }
}
