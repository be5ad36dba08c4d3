package org.tickstock.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.time.SystemEpochClock;

/** The load client counts what a server really sends. */
class LoadSocketTest {

    private static final long SENT_MS = 1_700_000_000_000L;
    private static final long LATENCY_US = 2_500;
    private static final int CLIENTS = 20;

    private final LoadCounts counts = new LoadCounts(() -> SENT_MS * 1_000_000 + LATENCY_US * 1_000);
    private final MessageScan scan = new MessageScan();
    private final SystemEpochClock clock = new SystemEpochClock();
    private FrameServer server;
    private LoadLoop loop;

    @BeforeEach
    void open() throws IOException {
        server = new FrameServer();
        loop = new LoadLoop(clock::nowNs);
        counts.measure(true);
    }

    @AfterEach
    void close() throws IOException {
        loop.close();
        server.close();
    }

    @Test
    void countsFramesEventsAndBytesOfEverySocket() throws IOException {
        List<LoadSocket> sockets = connect(CLIENTS, Wire.PLAIN);
        String small = stockData(10, 12, 11, 12);
        String large = stockData(12, 400, LongStream.rangeClosed(13, 400).toArray());

        for (int client = 0; client < CLIENTS; client++) {
            server.send(client, FrameServer.text(small));
            server.send(client, FrameServer.frame(0x89, "there?"));
            server.send(client, FrameServer.text("{\"event\":\"status_update\",\"data\":{}}"));
            server.send(client, FrameServer.text(large));
        }
        readUntil(() -> counts.frames == 2 * CLIENTS);

        assertThat(large.length()).isGreaterThan(65_536);
        assertThat(counts.frames).isEqualTo(2 * CLIENTS);
        assertThat(counts.events).isEqualTo(390L * CLIENTS);
        assertThat(counts.bytes).isEqualTo((long) CLIENTS * (small.length() + large.length()));
        assertThat(counts.latencyUs.getMaxValue()).isBetween(LATENCY_US, LATENCY_US + 2);
        assertThat(sockets).allSatisfy(socket -> {
            assertThat(socket.coveredTo).isEqualTo(400);
            assertThat(socket.since).isEqualTo(10);
            assertThat(socket.events).isEqualTo(390);
            assertThat(socket.offsetSum).isEqualTo(LongStream.rangeClosed(11, 400).map(MessageScan::hash).sum());
            assertThat(socket.duplicates + socket.gaps).isZero();
        });
        assertThat(server.receive(0)).isEqualTo("there?");
    }

    @Test
    void putsAMessageTogetherThatComesInPieces() throws IOException {
        LoadSocket socket = connect(1, Wire.PLAIN).get(0);
        String message = stockData(0, 3, 1, 2, 3);
        byte[] begin = FrameServer.frame(0x01, message.substring(0, 100));
        byte[] end = FrameServer.frame(0x80, message.substring(100));

        server.send(0, begin);
        for (byte each : end) {
            server.send(0, new byte[] {each});
            loop.runUntil(clock.nowNs());
        }
        readUntil(() -> counts.frames == 1);

        assertThat(socket.events).isEqualTo(3);
    }

    @Test
    void seesWhatComesAgainAndWhatIsDeclaredLost() throws IOException {
        LoadSocket socket = connect(1, Wire.PLAIN).get(0);

        server.send(0, FrameServer.text(stockData(0, 3, 1, 3)));
        server.send(0, FrameServer.text(stockData(2, 5, 3, 5)));
        server.send(0, FrameServer.text("{\"event\":\"gap\",\"data\":{\"epoch\":1,\"from\":6,\"to\":8}}"));
        server.send(0, FrameServer.text(stockData(8, 9, 9)));
        readUntil(() -> counts.frames == 3);

        assertThat(socket.duplicates).isEqualTo(1);
        assertThat(socket.gaps).isEqualTo(1);
    }

    @Test
    void speaksSocketIo() throws IOException {
        LoadSocket socket = connect(1, Wire.SOCKETIO).get(0);

        server.send(0, FrameServer.text("0{\"sid\":\"x\",\"pingInterval\":25000}"));
        readUntilQuiet();
        assertThat(server.receive(0)).isEqualTo("40");
        server.send(0, FrameServer.text("40{\"sid\":\"y\"}"));
        server.send(0, FrameServer.text("2"));
        readUntilQuiet();
        assertThat(server.receive(0)).isEqualTo("3");
        server.send(0, FrameServer.text("42[\"stock_event\",{\"offset\":7,\"server_time_ms\":" + SENT_MS + "}]"));
        server.send(0, FrameServer.text("42[\"stock_event\",{\"offset\":9,\"server_time_ms\":" + SENT_MS + "}]"));
        readUntil(() -> counts.frames == 2);

        assertThat(socket.since).isEqualTo(6);
        assertThat(socket.coveredTo).isEqualTo(9);
        assertThat(socket.events).isEqualTo(2);
        assertThat(socket.duplicates).isZero();
    }

    @Test
    void tellsASocketThatTheServerClosed() throws IOException {
        LoadSocket socket = connect(1, Wire.PLAIN).get(0);

        server.send(0, FrameServer.frame(0x88, "\u000f\u0028too slow"));
        server.close();
        readUntil(() -> loop.closed() == 1);

        assertThat(socket.closeCode).isEqualTo(0x0F28);
    }

    private List<LoadSocket> connect(int count, Wire wire) throws IOException {
        List<LoadSocket> sockets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sockets.add(new LoadSocket(0, new LoadSocket.Door(server.page(), "", wire, () -> ""), scan, counts));
        }
        server.admit(count);
        loop.connect(sockets, 10_000);
        return sockets;
    }

    private void readUntil(BooleanSupplier reached) throws IOException {
        long deadlineNs = clock.nowNs() + 20_000_000_000L;
        while (!reached.getAsBoolean() && clock.nowNs() < deadlineNs) {
            loop.runUntil(clock.nowNs() + 1_000_000L);
        }
        assertThat(reached.getAsBoolean()).isTrue();
    }

    private void readUntilQuiet() throws IOException {
        loop.runUntil(clock.nowNs() + 100_000_000L);
    }

    private static String stockData(long from, long to, long... offsets) {
        String events = LongStream.of(offsets)
                .mapToObj(offset -> "{\"offset\":" + offset + ",\"id\":\"AAPL-2013-10-08-high-" + offset + "\",\"x\":\""
                        + "x".repeat(160) + "\"}")
                .collect(Collectors.joining(","));
        return "{\"event\":\"stock_data\",\"data\":{\"epoch\":1,\"from\":" + from + ",\"to\":" + to
                + ",\"server_time_ms\":" + SENT_MS + ",\"market_session\":\"REGULAR\",\"highs\":[" + events + "]}}";
    }
}
