package org.tickstock.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickstock.engine.feed.FeedListener;
import org.tickstock.engine.feed.TickRefusal;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeKey;

/** What the decoder tells of a trade beside its price: identity, when it was made; and what bounds or halts trading. */
class MassiveTradeFactsTest {

    private static final String TRADE = "{\"ev\":\"T\",\"sym\":\"MSFT\",\"x\":4,\"i\":\"12345\",\"z\":3,\"p\":114.125,"
        + "\"s\":100,\"c\":[0,12],\"t\":1536036818784,\"q\":3681328}";
    /** The vendor's own example, whose time is not in milliseconds. */
    private static final String BAND = "{\"ev\":\"LULD\",\"T\":\"MSFT\",\"h\":218.96,\"l\":198.11,\"i\":[21],\"z\":3,"
        + "\"t\":1601316752683746,\"q\":290317}";

    private final MassiveMessageDecoder decoder = new MassiveMessageDecoder(SymbolTable.of(List.of("MSFT")));
    private final List<Tick> ticks = new ArrayList<>();
    private final List<TickRefusal> unreadable = new ArrayList<>();

    @Test
    void namesTheTradeByExchangeAndId() {
        decode(TRADE, TRADE.replace("12345", "12346"), TRADE.replace("\"x\":4", "\"x\":11"));

        assertThat(ticks).extracting(tick -> tick.tradeKey)
            .containsExactly(TradeKey.of("4", "12345"), TradeKey.of("4", "12346"), TradeKey.of("11", "12345"));
    }

    @Test
    void tellsReportingFacilitiesApartThatShareAnExchange() {
        decode(TRADE.replace("\"x\":4", "\"x\":4,\"trfi\":201"), TRADE.replace("\"x\":4", "\"x\":4,\"trfi\":202"));

        assertThat(ticks.get(0).tradeKey).isEqualTo(TradeKey.of("4/201", "12345"));
        assertThat(ticks.get(1).tradeKey).isEqualTo(TradeKey.of("4/202", "12345"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"i\":\"12345\",|''",
        "\"i\":\"12345\"|\"i\":\"\"", "\"i\":\"12345\"|\"i\":null",
        "\"i\":\"12345\"|\"i\":[7]", "\"x\":4,|''", "\"x\":4|\"x\":null"})
    void givesNoIdentityWhereAPartIsMissing(String part, String instead) {
        decode(TRADE.replace(part, instead));

        assertThat(unreadable).isEmpty();
        assertThat(ticks).extracting(tick -> tick.tradeKey).containsExactly(TradeKey.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"''|0", "\"pt\":1536015218784,|21600000", "\"trft\":1536036818700,|84",
        "\"trft\":1536036818700,\"pt\":1536036818000,|784", "\"pt\":null,\"trft\":1536036818700,|84", "\"pt\":0,|0",
        "\"pt\":1536036818784000,|0", "\"pt\":1536036817784000000,|1000", "\"pt\":1536036818785,|-1"})
    void tellsHowLateATradeIsReported(String fields, long delayMs) {
        decode(TRADE.replace("\"z\":3,", fields + "\"z\":3,"));

        assertThat(unreadable).isEmpty();
        assertThat(ticks).extracting(Tick::reportDelayNs).containsExactly(delayMs * 1_000_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"pt\":-5", "\"pt\":\"x\"", "\"pt\":1.5", "\"pt\":12345678901234567890",
        "\"trft\":NaN"})
    void refusesTimesOfParticipantsThatAreNone(String field) {
        decode(TRADE.replace("\"z\":3", field));

        assertThat(unreadable).containsExactly(TickRefusal.BAD_TIME);
    }

    @Test
    void readsTheVendorsBandWhoseTimeIsInMicroseconds() {
        decode(BAND);

        Tick expected = new Tick().message(Tick.Kind.PRICE_BAND, 0, 1_601_316_752_683_746_000L, 77);
        expected.highMicros = 218_960_000;
        expected.lowMicros = 198_110_000;
        assertThat(ticks).usingRecursiveFieldByFieldElementComparator().containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"1601316752683,1601316752683000000", "1601316752683746,1601316752683746000",
        "1601316752683746123,1601316752683746123"})
    void tellsTheUnitOfABandsTimeByItsMagnitude(String time, long expectedNs) {
        decode(BAND.replace("1601316752683746", time));

        assertThat(ticks).extracting(tick -> tick.tsEventNs).containsExactly(expectedNs);
    }

    @Test
    void readsHaltAndResumptionFromIndicators() {
        decode(BAND.replace("[21]", "[17]"), BAND.replace("[21]", "[18]").replace("\"h\":218.96,\"l\":198.11,", ""),
            BAND.replace("[21]", "[]"));

        assertThat(ticks).extracting(tick -> tick.kind)
            .containsExactly(Tick.Kind.HALT, Tick.Kind.RESUME, Tick.Kind.PRICE_BAND);
        assertThat(ticks.get(0).highMicros).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"h\":218.96|\"h\":0|BAD_PRICE", "\"h\":218.96,|''|BAD_PRICE",
        "\"l\":198.11|\"l\":-1|BAD_PRICE", "\"l\":198.11|\"l\":219|BAD_PRICE", "\"l\":198.11|\"l\":NaN|BAD_PRICE",
        "\"h\":218.96|\"h\":1e30|ABSURD", "\"T\":\"MSFT\"|\"T\":5|MALFORMED", "\"T\":\"MSFT\",|''|MALFORMED",
        "[21]|21|MALFORMED", "1601316752683746|0|BAD_TIME", "1601316752683746|\"now\"|BAD_TIME",
        ",\"t\":1601316752683746|''|BAD_TIME"})
    void countsABadBandOnceAndReadsItsNeighbors(String good, String bad, TickRefusal reason) {
        decode(TRADE, BAND.replace(good, bad), TRADE);

        assertThat(unreadable).containsExactly(reason);
        assertThat(ticks).hasSize(2);
    }

    private void decode(String... events) {
        String frame = "[" + String.join(",", events) + "]";
        decoder.decode(frame.toCharArray(), frame.length(), 77, new FeedListener() {
            @Override
            public void onTick(Tick tick) {
                Tick copy = new Tick();
                copy.copyFrom(tick);
                ticks.add(copy);
            }

            @Override
            public void onUnreadable(TickRefusal reason) {
                unreadable.add(reason);
            }
        }, (status, message) -> { });
    }
}
