package org.tickstock.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.feed.FeedStatus;
import org.tickstock.engine.feed.FeedStatus.State;
import org.tickstock.engine.feed.TickRefusal;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;

class MassiveFeedTest {

    private final MassiveProtocolServer server = MassiveProtocolServer.open();

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void goesLiveWhenGreetedAuthenticatedAndConfirmed() {
        try (MassiveFeedDesk desk = MassiveFeedDesk.at(server.url())) {
            assertThat(desk.status()).isEqualTo(new FeedStatus("massive", State.IDLE, "not started", 0, 0, 0));

            desk.start();

            assertThat(desk.status().state()).isEqualTo(State.CONNECTING);
            desk.workUntilState(State.LIVE);
            assertThat(desk.detail()).isEqualTo("T of 3 symbols");
            assertThat(server.subscribeMessages(0)).containsExactly("T.AAPL,T.MSFT,T.TSLA");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void asksForPriceBandsBesideTradesOnceItIsLive() {
        try (MassiveFeedDesk desk = MassiveFeedDesk.at(server.url())) {
            desk.goLive();
            desk.pass(200);
            desk.workUntil(() -> server.subscribeMessages(0).size() == 2);
            desk.symbols().intern("NVDA");
            desk.pass(200);
            desk.pass(200);
            desk.workUntil(() -> server.subscribeMessages(0).size() == 4);

            assertThat(server.subscribeMessages(0)).containsExactly("T.AAPL,T.MSFT,T.TSLA",
                "LULD.AAPL,LULD.MSFT,LULD.TSLA", "T.NVDA", "LULD.NVDA");
        }
    }

    @Test
    void staysLiveWithoutPriceBandsWhereThePlanHasNone() {
        try (MassiveFeedDesk desk = MassiveFeedDesk.at(server.url())) {
            desk.goLive();
            desk.pass(200);
            server.send(MassiveProtocolServer.status("error", "not entitled to LULD"));
            desk.workUntil(() -> desk.detail().endsWith("not entitled to LULD"));

            assertThat(desk.status().state()).isEqualTo(State.LIVE);
        }
    }

    @Test
    void asksForNoPriceBandsWithoutTrades() {
        MassiveSettings settings = MassiveFeedDesk.settings(server.url(), 5_000, "A");
        try (MassiveFeedDesk desk = new MassiveFeedDesk(settings, SymbolTable.of(List.of("AAPL")))) {
            desk.goLive();
            desk.symbols().intern("NVDA");
            desk.pass(200);
            desk.pass(200);
            desk.workUntil(() -> server.subscribeMessages(0).size() == 2);

            assertThat(server.subscribeMessages(0)).containsExactly("A.AAPL", "A.NVDA");
        }
    }

    @Test
    void subscribesEveryChannelOfASymbol() {
        MassiveSettings settings = MassiveFeedDesk.settings(server.url(), 5_000, "T", "A", "AM");
        try (MassiveFeedDesk desk = new MassiveFeedDesk(settings, SymbolTable.of(List.of("AAPL", "BRK.B")))) {

            desk.goLive();

            assertThat(server.subscribeMessages(0))
                .containsExactly("T.AAPL,A.AAPL,AM.AAPL,T.BRK.B,A.BRK.B,AM.BRK.B");
        }
    }

    @Test
    void asksFor500SymbolsAtATimeWith200MsBetween() {
        MassiveSettings settings = MassiveFeedDesk.settings(server.url(), 5_000, "T");
        try (MassiveFeedDesk desk = new MassiveFeedDesk(settings, MassiveFeedDesk.table(1_200))) {
            desk.start();

            desk.workUntil(() -> desk.detail().equals("subscribing, 500 symbols asked for"));
            desk.workUntil(() -> server.subscribeMessages(0).size() == 1);
            desk.pass(199);
            assertThat(desk.detail()).isEqualTo("subscribing, 500 symbols asked for");
            desk.pass(1);
            desk.workUntil(() -> desk.detail().equals("subscribing, 1000 symbols asked for"));
            assertThat(desk.status().state()).isEqualTo(State.CONNECTING);
            desk.pass(200);
            desk.workUntilState(State.LIVE);

            assertThat(desk.detail()).isEqualTo("T of 1200 symbols");
            desk.workUntil(() -> server.subscribeMessages(0).size() == 3);
            assertThat(sizes(server.subscribeMessages(0))).containsExactly(500, 500, 200);
            assertThat(server.subscribeMessages(0).stream().flatMap(list -> Arrays.stream(list.split(","))))
                .containsExactlyElementsOf(IntStream.range(0, 1_200).mapToObj(n -> "T.X" + n).toList());
        }
    }

    @Test
    void saysHowManySymbolsAreBeyondTheMostSubscriptions() {
        MassiveSettings settings = MassiveFeedDesk.settings(server.url(), 7, "T", "A");
        try (MassiveFeedDesk desk = new MassiveFeedDesk(settings, MassiveFeedDesk.table(10))) {

            desk.goLive();

            assertThat(sizes(server.subscribeMessages(0))).containsExactly(6);
            assertThat(desk.detail()).isEqualTo("T, A of 3 symbols; 7 symbols left out, more than "
                + "tickstock.feed.massive.max-subscriptions allows");
        }
    }

    @Test
    void subscribesSymbolsThatJoinTheTableLater() {
        try (MassiveFeedDesk desk = MassiveFeedDesk.at(server.url())) {
            desk.goLive();

            desk.symbols().intern("NVDA");
            desk.pass(200);
            desk.workUntil(() -> server.subscribeMessages(0).size() == 2);

            assertThat(server.subscribeMessages(0).get(1)).isEqualTo("T.NVDA");
            assertThat(desk.detail()).isEqualTo("T of 4 symbols");
        }
    }

    @Test
    void isLiveWithoutSymbolsAndStaysSoThroughSilence() {
        MassiveSettings settings = MassiveFeedDesk.settings(server.url(), 5_000, "T");
        try (MassiveFeedDesk desk = new MassiveFeedDesk(settings, new SymbolTable())) {
            desk.goLive();

            desk.pass(61_000);

            assertThat(desk.status().state()).isEqualTo(State.LIVE);
            assertThat(server.subscribeMessages(0)).isEmpty();
        }
    }

    @Test
    void handsOverTicksAndCountsThem() {
        try (MassiveFeedDesk desk = MassiveFeedDesk.at(server.url())) {
            desk.goLive();
            desk.pass(5);

            server.send("[" + trade("MSFT", "114.125", 1_536_036_818_784L) + ",{\"ev\":\"Q\",\"sym\":\"MSFT\"},"
                + trade("ZZZZ", "1", 1_536_036_818_785L) + "]");
            desk.workUntil(() -> desk.ticks().size() == 2);

            Tick first = desk.ticks().get(0);
            assertThat(first.symbolId).isEqualTo(desk.symbols().idOf("MSFT"));
            assertThat(first.priceMicros).isEqualTo(114_125_000);
            assertThat(first.tsInitNs).isEqualTo(desk.nowNs());
            assertThat(desk.ticks().get(1).symbolId).isEqualTo(SymbolTable.UNKNOWN);
            assertThat(desk.status()).isEqualTo(new FeedStatus("massive", State.LIVE,
                "T of 3 symbols; 1 messages of other kinds passed over",
                1_536_036_818_785_000_000L, desk.nowNs(), 2));
        }
    }

    @Test
    void keepsTheConnectionWhenFramesAreGarbage() {
        try (MassiveFeedDesk desk = MassiveFeedDesk.at(server.url())) {
            desk.goLive();

            server.send("this is not JSON");
            server.sendBinary(new byte[] {1, 2, 3});
            server.send("[" + trade("MSFT", "-1", 1) + "," + trade("MSFT", "1", 1) + ",{\"ev\":\"T\",\"sy");
            server.send("[" + trade("AAPL", "2", 2) + "]");
            desk.workUntil(() -> desk.ticks().size() == 2);

            assertThat(desk.unreadable()).containsExactly(TickRefusal.MALFORMED, TickRefusal.MALFORMED,
                TickRefusal.BAD_PRICE, TickRefusal.MALFORMED);
            assertThat(desk.status().state()).isEqualTo(State.LIVE);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void putsFragmentedAndLongMessagesTogether() {
        try (MassiveFeedDesk desk = MassiveFeedDesk.at(server.url())) {
            desk.goLive();
            String many = IntStream.rangeClosed(1, 20_000).mapToObj(n -> trade("AAPL", "190.01", n))
                .collect(Collectors.joining(",", "[", "]"));

            server.sendInParts("[{\"ev\":\"T\",\"sym\":\"AA", "PL\",\"p\":1.5,\"s\":1,", "\"t\":1}]");
            server.send(many);
            desk.workUntil(() -> desk.status().ticks() == 20_001);

            assertThat(desk.ticks()).extracting(tick -> tick.tsEventNs).first().isEqualTo(1_000_000L);
            assertThat(desk.status().lastEventNs()).isEqualTo(20_000_000_000L);
            assertThat(desk.unreadable()).isEmpty();
        }
    }

    @Test
    void dropsAndCountsAMessageBeyondTheBound() {
        try (MassiveFeedDesk desk = MassiveFeedDesk.at(server.url())) {
            desk.goLive();

            server.send("[" + " ".repeat(MassiveConnection.MAX_FRAME_CHARS) + trade("AAPL", "1", 1) + "]");
            server.send("[" + trade("AAPL", "2", 2) + "]");
            desk.workUntil(() -> desk.ticks().size() == 1);

            assertThat(desk.ticks().get(0).priceMicros).isEqualTo(2_000_000);
            assertThat(desk.unreadable()).containsExactly(TickRefusal.MALFORMED);
        }
    }

    @Test
    void survivesAListenerThatThrows() {
        try (MassiveFeedDesk desk = MassiveFeedDesk.at(server.url())) {
            desk.goLive();
            desk.throwAtTicks();

            server.send("[" + trade("AAPL", "1", 1) + "]");
            server.send("[" + trade("AAPL", "1", 2) + "]");
            desk.workUntil(() -> desk.status().ticks() == 2);

            assertThat(desk.status().state()).isEqualTo(State.LIVE);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void saysGoodbyeWhenStoppedAndMayStartAgain() {
        try (MassiveFeedDesk desk = MassiveFeedDesk.at(server.url())) {
            desk.goLive();

            desk.feed().stop();
            desk.feed().stop();

            assertThat(desk.feed().doWork()).isZero();
            assertThat(desk.status().state()).isEqualTo(State.IDLE);
            assertThat(desk.detail()).isEqualTo("stopped");
            desk.workUntil(() -> server.politeCloses() == 1);
            desk.goLive();
            assertThat(server.connections()).isEqualTo(2);
            assertThat(server.subscribeMessages(1)).containsExactly("T.AAPL,T.MSFT,T.TSLA");
        }
    }

    private static List<Integer> sizes(List<String> messages) {
        return messages.stream().map(message -> message.split(",").length).toList();
    }

    private static String trade(String symbol, String price, long timeMs) {
        return "{\"ev\":\"T\",\"sym\":\"" + symbol + "\",\"x\":4,\"i\":\"12345\",\"z\":3,\"p\":" + price
            + ",\"s\":100,\"c\":[0,12],\"t\":" + timeMs + ",\"q\":3681328}";
    }
}
