package org.tickstock.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.feed.SyntheticEpisode.Kind;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.ReferenceData;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;

class SyntheticMarketTest {

    private static final ReferenceData REFERENCE = ReferenceData.load();
    private static final long NS_PER_MINUTE = 60_000_000_000L;
    private static final long DIRTY = 1L << 2 | 1L << 33 | 1L << 52;
    private static final double TEN_SECONDS_IN_A_YEAR = 252 * 2_340;

    private final Tick tick = new Tick();

    @Test
    void makesTheSameTicksOnEveryMachine() throws NoSuchAlgorithmException {
        SyntheticMarket market = market(settings(20_131_008, 4_000, MarketSession.REGULAR));
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        ByteBuffer bytes = ByteBuffer.allocate(36);

        for (int i = 0; i < 500_000; i++) {
            bytes.clear();
            TickRefusal refusal = market.next(tick);
            if (refusal == null) {
                bytes.putInt(tick.symbolId).putLong(tick.priceMicros).putLong(tick.sizeMicros)
                        .putLong(tick.conditionBits).putLong(tick.tsEventNs);
            } else {
                bytes.putInt(refusal.ordinal());
            }
            sha.update(bytes.flip());
        }

        assertThat(HexFormat.of().formatHex(sha.digest()))
                .isEqualTo("def1338b358e5630f2e8b2a8831f706251874ac23b636053e074b2ddd831361a");
    }

    @Test
    void makesOtherTicksForAnotherSeed() {
        SyntheticMarket one = market(settings(1, 10, MarketSession.REGULAR));
        SyntheticMarket other = market(settings(2, 10, MarketSession.REGULAR));

        assertThat(prices(one, 100)).isNotEqualTo(prices(other, 100));
    }

    @Test
    void movesPricesAsMuchInTenSecondsAsAYearsVolatilityAllows() {
        SyntheticMarket market = market(settings(3, 100, MarketSession.REGULAR));
        double squares = 0;
        int returns = 0;
        long last = 0;
        long lastSlot = 0;
        long close = 0;

        while (market.nowNs() < startNs() + 390 * NS_PER_MINUTE) {
            if (market.next(tick) != null || tick.symbolId != 2 || (tick.conditionBits & DIRTY) != 0) {
                continue;
            }
            long slot = tick.tsEventNs / (10 * 1_000_000_000L);
            if (slot != lastSlot && last != 0 && close != 0) {
                double change = (double) (close - last) / last;
                squares += change * change;
                returns++;
            }
            last = slot != lastSlot ? close : last;
            lastSlot = slot;
            close = tick.priceMicros;
        }

        assertThat(returns).isGreaterThan(2_000);
        assertThat(Math.sqrt(squares / returns * TEN_SECONDS_IN_A_YEAR)).isBetween(0.15, 0.8);
    }

    @Test
    void tradesMostAtOpenAndCloseAndLittleOutside() {
        SyntheticMarket market = market(settings(4, 200, MarketSession.PRE));
        int[] perHalfHour = new int[32];
        long firstNs = startNs() - 330 * NS_PER_MINUTE;

        for (market.next(tick); market.nowNs() < firstNs + 960 * NS_PER_MINUTE; market.next(tick)) {
            perHalfHour[(int) ((market.nowNs() - firstNs) / (30 * NS_PER_MINUTE))]++;
        }

        int open = perHalfHour[11];
        int noon = perHalfHour[17];
        int close = perHalfHour[23];
        assertThat(open).isGreaterThan(2 * noon);
        assertThat(close).isGreaterThan(2 * noon);
        assertThat(noon).isGreaterThan(3 * perHalfHour[10]).isGreaterThan(3 * perHalfHour[24]);
        assertThat(perHalfHour[0]).isPositive();
        assertThat(perHalfHour[31]).isPositive();
    }

    @Test
    void letsTheFirstTradeTwiceAsOftenAsTheSecond() {
        SyntheticCrowd crowd = new SyntheticCrowd(4_000, 2_000);
        SeededRandom random = new SeededRandom(5);
        int[] trades = new int[4_000];

        for (int i = 0; i < 1_000_000; i++) {
            trades[crowd.memberAt(random.nextDouble())]++;
        }

        assertThat((double) trades[0] / trades[1]).isBetween(1.95, 2.05);
        assertThat((double) trades[0] / trades[9]).isBetween(9.5, 10.5);
        assertThat(trades[0] / 1e6 * 2_000).isBetween(crowd.rateOf(0) * 0.98, crowd.rateOf(0) * 1.02);
        assertThat(crowd.memberAt(0)).isZero();
        assertThat(crowd.memberAt(Math.nextDown(1.0))).isEqualTo(3_999);
    }

    @Test
    void mixesInAFewDirtyPrints() {
        SyntheticMarket market = market(settings(6, 300, MarketSession.REGULAR));
        int[] found = new int[4];
        int total = 400_000;

        for (int i = 0; i < total; i++) {
            if (market.next(tick) != null) {
                found[0]++;
            } else if ((tick.conditionBits & 1L << 33) != 0) {
                found[1] += tick.tsEventNs <= market.nowNs() ? 1 : total;
            } else if ((tick.conditionBits & DIRTY) != 0) {
                found[2]++;
            } else if ((tick.conditionBits & 1L << 37) != 0) {
                found[3] += tick.sizeMicros < 100_000_000 ? 1 : total;
            }
        }

        assertThat(found[0]).isBetween(total * 2 / 10_000, total * 6 / 10_000);
        assertThat(found[1]).isBetween(total * 2 / 10_000, total * 6 / 10_000);
        assertThat(found[2]).isBetween(total * 9 / 10_000, total * 15 / 10_000);
        assertThat(found[3]).isBetween(total * 18 / 100, total * 22 / 100);
    }

    @Test
    void quotesInCentsAndBelowADollarInHundredthsOfACent() {
        SyntheticMarket market = market(settings(8, 4_000, MarketSession.REGULAR));

        for (int i = 0; i < 200_000; i++) {
            if (market.next(tick) == null) {
                assertThat(tick.priceMicros).isPositive();
                assertThat(tick.priceMicros % (tick.priceMicros >= 1_000_000 ? 10_000 : 100)).isZero();
                assertThat(tick.sizeMicros % 1_000_000).isZero();
            }
        }
    }

    @Test
    void pushesEvenlyAlongEachLegOfAnEpisode() {
        for (Kind kind : Kind.values()) {
            SyntheticEpisode episode = SyntheticEpisode.draw(kind, 0, 1_000, 0.0001, new SeededRandom(9));
            double most = 0;
            long ns = 1_000;
            for (; !episode.isOver(ns); ns += 100_000_000) {
                assertThat(Math.abs(episode.pushAt(ns + 100_000_000) - episode.pushAt(ns))).isLessThan(0.0011);
                most = Math.max(most, Math.abs(episode.pushAt(ns)));
            }
            assertThat(episode.pushAt(1_000)).isZero();
            assertThat(most).as(kind.name()).isBetween(0.0015, 0.011);
            assertThat(episode.pushAt(ns)).isCloseTo(episode.lastingPush(), within(1e-12));
        }
    }

    @Test
    void stopsTradingInAHaltAndFlagsTheFirstPrintAfterIt() {
        SyntheticEpisode halt = SyntheticEpisode.draw(Kind.HALT, 0, 0, 0.0001, new SeededRandom(10));

        assertThat(halt.activityAt(299_999_999_999L)).isZero();
        assertThat(halt.takeReopening(299_999_999_999L)).isFalse();
        assertThat(halt.takeReopening(300_000_000_000L)).isTrue();
        assertThat(halt.takeReopening(300_000_000_001L)).isFalse();
    }

    private static SyntheticMarket market(SyntheticSettings settings) {
        SyntheticRoster roster = SyntheticRoster.of(REFERENCE, settings.seed(), settings.tickers());
        return new SyntheticMarket(settings, roster.members(), SymbolTable.of(roster.tickers()),
                new SyntheticHours(settings, new NewYorkCalendar(), 0));
    }

    private static SyntheticSettings settings(long seed, int tickers, MarketSession openAt) {
        return new SyntheticSettings(seed, tickers, 100, 1, 0, openAt, LocalDate.parse("2026-06-10"));
    }

    private static long startNs() {
        return LocalDate.parse("2026-06-10").atTime(9, 30).atZone(NewYorkCalendar.NEW_YORK).toEpochSecond()
                * 1_000_000_000L;
    }

    private long[] prices(SyntheticMarket market, int count) {
        return LongStream.generate(() -> market.next(tick) == null ? tick.priceMicros : 0).limit(count).toArray();
    }
}
