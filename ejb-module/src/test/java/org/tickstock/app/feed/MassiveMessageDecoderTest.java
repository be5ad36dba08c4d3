package org.tickstock.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickstock.engine.feed.FeedListener;
import org.tickstock.engine.feed.TickRefusal;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeKey;

class MassiveMessageDecoderTest {

    private static final String TRADE = "{\"ev\":\"T\",\"sym\":\"MSFT\",\"x\":4,\"i\":\"12345\",\"z\":3,\"p\":114.125,"
        + "\"s\":100,\"c\":[0,12],\"t\":1536036818784,\"q\":3681328}";
    private static final String AGGREGATE = "{\"ev\":\"A\",\"sym\":\"SPCE\",\"v\":200,\"av\":8642007,\"op\":25.66,"
        + "\"vw\":25.3981,\"o\":25.39,\"c\":25.40,\"h\":25.41,\"l\":25.38,\"a\":25.3714,\"z\":50,"
        + "\"s\":1610144868000,\"e\":1610144869000}";

    private final SymbolTable symbols = SymbolTable.of(List.of("MSFT", "SPCE"));
    private final MassiveMessageDecoder decoder = new MassiveMessageDecoder(symbols);
    private final List<Tick> ticks = new ArrayList<>();
    private final List<TickRefusal> unreadable = new ArrayList<>();
    private final List<String> statuses = new ArrayList<>();

    @Test
    void readsTheVendorsTrade() {
        decode("[" + TRADE + "]");

        Tick expected = new Tick().trade(0, 114_125_000, 100_000_000, 1L | 1L << 12, 1_536_036_818_784_000_000L, 77);
        expected.tradeKey = TradeKey.of("4", "12345");
        assertThat(ticks).usingRecursiveFieldByFieldElementComparator().containsExactly(expected);
        assertThat(decoder.ticks()).isEqualTo(1);
        assertThat(decoder.lastEventNs()).isEqualTo(1_536_036_818_784_000_000L);
        assertThat(decoder.lastReceiptNs()).isEqualTo(77);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "AM"})
    void readsTheVendorsAggregateByItsEnd(String channel) {
        decode("[" + AGGREGATE.replace("\"A\"", "\"" + channel + "\"") + "]");

        Tick expected = new Tick().trade(1, 25_400_000, 200_000_000, 0, 1_610_144_869_000_000_000L, 77);
        expected.kind = Tick.Kind.AGGREGATE;
        expected.highMicros = 25_410_000;
        expected.lowMicros = 25_380_000;
        expected.officialOpenMicros = 25_660_000;
        expected.dayVwapMicros = 25_371_400;
        assertThat(ticks).usingRecursiveFieldByFieldElementComparator().containsExactly(expected);
    }

    @Test
    void clearsInTheReusedSlotWhatATradeDoesNotCarry() {
        decode("[" + AGGREGATE + "," + TRADE + "]");

        assertThat(ticks.get(1).kind).isEqualTo(Tick.Kind.TRADE);
        assertThat(ticks.get(1).dayVwapMicros).isZero();
    }

    @Test
    void readsMixedEventsInTheirOrder() {
        decode("[{\"ev\":\"status\",\"status\":\"success\",\"message\":\"subscribed to: T.MSFT\"}," + TRADE
            + ",{\"ev\":\"Q\",\"sym\":\"MSFT\",\"bp\":114.125,\"t\":1536036818784}," + AGGREGATE + "]");

        assertThat(ticks).extracting(tick -> tick.symbolId).containsExactly(0, 1);
        assertThat(statuses).containsExactly("success|subscribed to: T.MSFT");
        assertThat(decoder.ignored()).isEqualTo(1);
        assertThat(unreadable).isEmpty();
    }

    @Test
    void takesTheDecimalStringBeforeTheCutNumber() {
        decode("[" + TRADE.replace("\"s\":100", "\"s\":0,\"ds\":\"0.25\"") + ","
            + AGGREGATE.replace("\"v\":200", "\"v\":200,\"dv\":\"200.5\"") + ","
            + TRADE.replace("\"s\":100", "\"s\":0.000001") + ","
            + TRADE.replace("\"s\":100", "\"s\":100,\"ds\":null") + "]");

        assertThat(ticks).extracting(tick -> tick.sizeMicros).containsExactly(250_000L, 200_500_000L, 1L, 100_000_000L);
    }

    @Test
    void handsOverAnUnknownSymbolForTheRouterToCount() {
        decode("[" + TRADE.replace("MSFT", "ZZZZ") + "," + TRADE.replace("MSFT", "\\u004dSF\\u0054") + "]");

        assertThat(ticks).extracting(tick -> tick.symbolId).containsExactly(SymbolTable.UNKNOWN, 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "[]|0", "[0]|1", "[62]|4611686018427387904", "[63]|-9223372036854775808", "[-1]|-9223372036854775808",
        "[ 14 , 37 ]|137438969856", "null|0", "[99,0]|-9223372036854775807"})
    void turnsConditionIdsIntoBits(String list, long bits) {
        decode("[" + TRADE.replace("[0,12]", list) + "]");

        assertThat(ticks).extracting(tick -> tick.conditionBits).containsExactly(bits);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"p\":114.125|\"p\":-1|BAD_PRICE", "\"p\":114.125|\"p\":0|BAD_PRICE", "\"p\":114.125|\"p\":NaN|BAD_PRICE",
        "\"p\":114.125|\"p\":-Infinity|BAD_PRICE", "\"p\":114.125|\"p\":null|BAD_PRICE",
        "\"p\":114.125|\"p\":\"114.125\"|BAD_PRICE", "\"p\":114.125|\"p\":{\"v\":1}|BAD_PRICE",
        "\"p\":114.125|\"p\":[1]|BAD_PRICE", "\"p\":114.125|\"p\":true|BAD_PRICE", "\"p\"|\"pp\"|BAD_PRICE",
        "\"p\":114.125|\"p\":1e30|ABSURD", "\"p\":114.125|\"p\":0.0000001|BAD_PRICE",
        "\"s\":100|\"s\":-100|BAD_SIZE", "\"s\":100|\"s\":\"100\"|BAD_SIZE", "\"s\":100|\"ss\":1|BAD_SIZE",
        "\"s\":100|\"s\":100,\"ds\":\"x\"|BAD_SIZE", "\"s\":100|\"s\":1e20|ABSURD",
        "1536036818784|0|BAD_TIME", "1536036818784|-5|BAD_TIME", "1536036818784|\"1536036818784\"|BAD_TIME",
        "1536036818784|1536036818784000000|BAD_TIME", "1536036818784|1536036818784.5|BAD_TIME", "\"t\"|\"tt\"|BAD_TIME",
        "\"sym\"|\"symbol\"|MALFORMED", "\"MSFT\"|17|MALFORMED", "\"MSFT\"|\"\"|MALFORMED",
        "\"ev\"|\"event\"|MALFORMED",
        "\"T\"|5|MALFORMED", "[0,12]|[0,\"12\"]|MALFORMED", "[0,12]|12|MALFORMED", "[0,12]|[0 12]|MALFORMED",
        "[0,12]|[0,,12]|MALFORMED", "[0,12]|[1.5]|MALFORMED", "\"x\":4|\"x\" 4|MALFORMED", "\"x\":4|x:4|MALFORMED",
        "\"x\":4|\"x\":|MALFORMED"})
    void countsABadEventOnceAndReadsItsNeighbors(String good, String bad, TickRefusal reason) {
        decode("[" + TRADE + "," + TRADE.replace(good, bad) + "," + AGGREGATE + "]");

        assertThat(unreadable).containsExactly(reason);
        assertThat(ticks).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"c\":25.40|\"c\":0|BAD_PRICE", "\"h\":25.41|\"h\":NaN|BAD_PRICE", "\"l\":25.38|\"x\":1|BAD_PRICE",
        "\"op\":25.66|\"op\":-1|BAD_PRICE", "\"a\":25.3714|\"a\":\"x\"|BAD_PRICE", "\"v\":200|\"v\":-1|BAD_SIZE",
        "\"e\":1610144869000|\"e\":0|BAD_TIME", "\"SPCE\"|[]|MALFORMED"})
    void countsABadAggregateOnce(String good, String bad, TickRefusal reason) {
        decode("[" + AGGREGATE.replace(good, bad) + "," + TRADE + "]");

        assertThat(unreadable).containsExactly(reason);
        assertThat(ticks).hasSize(1);
    }

    @Test
    void acceptsAnAggregateBeforeTheDayHasAnOpen() {
        decode("[" + AGGREGATE.replace("\"op\":25.66,", "").replace("\"a\":25.3714", "\"a\":null") + "]");

        assertThat(ticks).extracting(tick -> tick.officialOpenMicros + tick.dayVwapMicros).containsExactly(0L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "garbage", "{}", "42", "null", "\"[]\"", "[", "[[", "]", "[]]", "[] x", "[,]",
        "[\"", "\u0000"})
    void countsAGarbageFrameOnce(String frame) {
        decode(frame);

        assertThat(unreadable).containsExactly(TickRefusal.MALFORMED);
        assertThat(ticks).isEmpty();
    }

    @Test
    void countsElementsThatAreNoEvents() {
        decode(" [ 42 , null, [1,[2]], \"x\", {} , " + TRADE + " ] ");

        assertThat(unreadable).containsOnly(TickRefusal.MALFORMED).hasSize(5);
        assertThat(ticks).hasSize(1);
    }

    @Test
    void countsABadEventAndTheBreakBehindIt() {
        decode("[{}");
        decode("[42");

        assertThat(unreadable).containsOnly(TickRefusal.MALFORMED).hasSize(4);
    }

    @Test
    void keepsWhatCameBeforeTheFrameBrokeOff() {
        String frame = "[" + TRADE + "," + TRADE + "]";
        for (int length = 1; length < frame.length(); length++) {
            ticks.clear();
            unreadable.clear();

            decode(frame.substring(0, length));

            assertThat(ticks).hasSize(length <= TRADE.length() ? 0 : length < frame.length() - 1 ? 1 : 2);
            assertThat(unreadable).containsExactly(TickRefusal.MALFORMED);
        }
    }

    @Test
    void survivesAnyDamage() {
        SplittableRandom random = new SplittableRandom(99);
        String good = "[" + TRADE + "," + AGGREGATE
            + ",{\"ev\":\"status\",\"status\":\"x\\u00e9\",\"message\":\"\\n\"}]";
        for (int n = 0; n < 100_000; n++) {
            char[] frame = good.toCharArray();
            for (int hits = 1 + random.nextInt(4); hits > 0; hits--) {
                frame[random.nextInt(frame.length)] = "[]{}\",:\\0e-NuT \u0000".charAt(random.nextInt(16));
            }
            decode(new String(frame));
        }

        assertThat(ticks).hasSizeGreaterThan(1_000).allMatch(tick -> tick.priceMicros > 0 && tick.lowMicros > 0
            && tick.sizeMicros >= 0 && tick.tsEventNs > 0);
        assertThat(unreadable).hasSizeGreaterThan(1_000);
    }

    @Test
    void isNotOverwhelmedByDepth() {
        decode("[{\"ev\":\"T\",\"c\":" + "[".repeat(1_000_000));

        assertThat(unreadable).containsExactly(TickRefusal.MALFORMED);
    }

    @Test
    void resolvesEscapesInWhatTheVendorSays() {
        decode("[{\"ev\":\"status\",\"status\":\"error\",\"message\":\"a\\\"b\\\\c\\/d\\u0041\\n\\uZZ\"},"
            + "{\"ev\":\"status\"}]");

        assertThat(statuses).containsExactly("error|a\"b\\c/dA\nuZZ", "|");
    }

    private void decode(String frame) {
        char[] padded = (frame + "]}],[trailing").toCharArray();
        decoder.decode(padded, frame.length(), 77, new FeedListener() {
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
        }, (status, message) -> statuses.add(status + "|" + message));
    }
}
