package org.tickstock.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickstock.engine.feed.FeedStatus.State;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;

class ReplayFeedTest extends FeedContractTest {

    private static final String HEADER = TapeColumns.PLAIN + "\n";
    private static final long T0_MS = 1_781_098_200_000L;

    @TempDir
    private Path folder;

    @Override
    protected MarketDataFeed feed() throws Exception {
        return new ReplayFeed(new ReplaySettings(List.of(resource("golden.csv")), 1), symbols, clock);
    }

    @Test
    void readsEveryFieldOfTheGoldenTape() throws Exception {
        play(ReplaySettings.MAX_SPEED, resource("golden.csv"));

        assertThat(listener.unreadable).isEmpty();
        assertThat(listener.ticks).hasSize(6);
        assertTick(listener.ticks.get(0), "AAPL", 190_010_000L, 100_000_000L, 0L);
        assertTick(listener.ticks.get(1), "AAPL", 190_012_346L, 50_000_000L, 1L << 14 | 1L << 41 | 1L << 37);
        assertTick(listener.ticks.get(2), "SPY", 600_000_000L, 500_000L, 1L << 62 | 1L << 63);
        assertTick(listener.ticks.get(3), "SPY", 600_000_002L, 123_457L, 1L);
        assertThat(listener.ticks.get(4).symbolId).isEqualTo(SymbolTable.UNKNOWN);
        assertThat(listener.ticks.get(5).sizeMicros).isZero();
        assertThat(listener.ticks).extracting(tick -> (tick.tsEventNs / 1_000_000) - T0_MS)
                .containsExactly(0L, 0L, 10L, 500L, 1_000L, 2_500L);
    }

    @Test
    void refusesBadRowsByReasonAndGoesOn() throws Exception {
        play(ReplaySettings.MAX_SPEED, resource("dirty.csv"));

        assertThat(listener.unreadable).isEqualTo(Map.of(TickRefusal.BAD_PRICE, 7, TickRefusal.BAD_SIZE, 4,
                TickRefusal.BAD_TIME, 5, TickRefusal.MALFORMED, 4));
        assertThat(listener.ticks).hasSize(2);
    }

    @Test
    void saysHowManyRowsWereUnreadableAtTheEnd() throws Exception {
        ReplayFeed feed = play(ReplaySettings.MAX_SPEED, resource("dirty.csv"));

        assertThat(feed.status()).isEqualTo(new FeedStatus("replay", State.FINISHED,
                "dirty.csv read to its end, 20 rows unreadable", (T0_MS + 2_000) * 1_000_000, clock.nowNs(), 22));
        assertThat(feed.doWork()).isZero();
    }

    @Test
    void playsAtThePaceOfTheTape() throws IOException {
        ReplayFeed feed = started(2, tape("a.csv", row(0, "SPY"), row(1_000, "SPY"), row(3_000, "SPY")));

        assertThat(feed.doWork()).isEqualTo(1);
        clock.advanceNs(499_999_999);
        assertThat(feed.doWork()).isZero();
        clock.advanceNs(1);
        assertThat(feed.doWork()).isEqualTo(1);
        clock.advanceMs(999);
        assertThat(feed.doWork()).isZero();
        clock.advanceMs(1);
        assertThat(feed.status().state()).isEqualTo(State.LIVE);
        assertThat(feed.doWork()).isEqualTo(1);
        assertThat(feed.status().state()).isEqualTo(State.FINISHED);
    }

    @Test
    void skipsTheNightBetweenTwoTapesAndInsideOne() throws IOException {
        long day = 86_400_000;
        ReplayFeed feed = started(1, tape("a.csv", row(0, "SPY")), tape("b.csv", row(day, "SPY"), row(2 * day, "SPY")));

        feed.doWork();
        assertThat(listener.ticks).hasSize(1);
        clock.advanceMs(1_000);
        feed.doWork();
        assertThat(listener.ticks).hasSize(2);
        clock.advanceMs(1_000);
        feed.doWork();

        assertThat(listener.ticks).hasSize(3);
        assertThat(feed.status().detail()).isEqualTo("2 tapes read to their end");
    }

    @Test
    void handsOverAtMostOneBatchAtATime() throws IOException {
        String[] rows = new String[5_000];
        Arrays.fill(rows, row(0, "SPY"));
        ReplayFeed feed = started(ReplaySettings.MAX_SPEED, tape("a.csv", rows));

        assertThat(feed.doWork()).isEqualTo(4_096);
        assertThat(feed.doWork()).isEqualTo(904);
    }

    @Test
    void readsGzipLikePlainText() throws IOException {
        Path packed = folder.resolve("a.csv.gz");
        Files.write(packed, gzip(HEADER + row(0, "SPY") + "\r\n" + row(5, "AAPL")));

        play(ReplaySettings.MAX_SPEED, packed);

        assertThat(listener.ticks).extracting(tick -> symbols.tickerOf(tick.symbolId)).containsExactly("SPY", "AAPL");
    }

    @Test
    void addsNewTickersOnlyWhenAskedTo() throws IOException {
        Path tape = tape("a.csv", row(0, "BRK.B"), row(0, "BRK.B"));
        ReplaySettings settings = new ReplaySettings(List.of(tape), ReplaySettings.MAX_SPEED);
        ReplayFeed feed = new ReplayFeed(settings, symbols, clock, true);

        feed.start(listener);
        feed.doWork();

        assertThat(listener.ticks).allMatch(tick -> tick.symbolId == symbols.idOf("BRK.B"));
        assertThat(symbols.size()).isEqualTo(3);
    }

    @Test
    void failsOnMissingTapeWithItsName() {
        Path missing = folder.resolve("none.csv");

        assertFails(missing, missing + ": no such file");
    }

    @Test
    void failsOnFileThatOnlyClaimsToBeGzip() throws IOException {
        Path fake = folder.resolve("fake.csv.gz");
        Files.writeString(fake, HEADER + row(0, "SPY"));

        assertFails(fake, fake + ": Not in GZIP format");
    }

    @Test
    void failsWhereTruncatedGzipEndsAfterGivingWhatWasThere() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 50_000; i++) {
            text.append(row(i * 7919L % 100_000, "SPY")).append('\n');
        }
        byte[] whole = gzip(text.toString());
        Path cut = folder.resolve("cut.csv.gz");
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));

        ReplayFeed feed = play(ReplaySettings.MAX_SPEED, cut);

        assertThat(feed.status().state()).isEqualTo(State.FAILED);
        assertThat(feed.status().detail()).matches(Pattern.quote(cut.toString())
                + " line \\d+: Unexpected end of ZLIB input stream");
        assertThat(listener.ticks).hasSizeBetween(1_000, 49_999);
    }

    @Test
    void failsWithoutHeaderOrOnBinaryData() throws IOException {
        Path headless = folder.resolve("headless.csv");
        Files.writeString(headless, row(0, "SPY"));
        Path empty = folder.resolve("empty.csv");
        Files.writeString(empty, "");
        Path binary = folder.resolve("binary.csv");
        Files.writeString(binary, HEADER + row(0, "SPY") + "\n\0\1\2\n");
        Path endless = folder.resolve("endless.csv");
        Files.writeString(endless, HEADER + "x".repeat(200_000));

        assertFails(headless, headless + " line 1: header must begin with '" + TapeColumns.PLAIN + "', was '"
                + row(0, "SPY"));
        assertFails(empty, empty + " line 1: header must begin with");
        assertFails(binary, binary + " line 3: line must be text, was binary");
        assertFails(endless, endless + " line 2: line must have at most 4096 bytes");
    }

    @Test
    void refusesSettingsThatCannotWork() {
        assertThatThrownBy(() -> new ReplaySettings(List.of(), 1))
                .hasMessage("tickstock.feed.replay.files must name at least one tape, was empty");
        for (double speed : new double[] {0, -1, Double.NaN}) {
            assertThatThrownBy(() -> new ReplaySettings(List.of(folder), speed))
                    .hasMessage("tickstock.feed.replay.speed must be > 0 or max, was " + speed);
        }
        assertThatThrownBy(() -> ReplaySettings.speedOf("fast")).hasMessageContaining("was 'fast'");
        assertThat(ReplaySettings.speedOf("max")).isEqualTo(ReplaySettings.MAX_SPEED);
        assertThat(ReplaySettings.speedOf("2.5")).isEqualTo(2.5);
    }

    private void assertFails(Path tape, String detail) {
        ReplayFeed feed = started(ReplaySettings.MAX_SPEED, tape);
        feed.doWork();

        assertThat(feed.status().state()).isEqualTo(State.FAILED);
        assertThat(feed.status().detail()).startsWith(detail);
        assertThat(feed.doWork()).isZero();
    }

    private ReplayFeed play(double speed, Path tape) {
        ReplayFeed feed = started(speed, tape);
        while (feed.doWork() > 0) {
            assertThat(feed.status().state()).isNotEqualTo(State.IDLE);
        }
        return feed;
    }

    private ReplayFeed started(double speed, Path... tapes) {
        ReplayFeed feed = new ReplayFeed(new ReplaySettings(List.of(tapes), speed), symbols, clock);
        feed.start(listener);
        return feed;
    }

    private void assertTick(Tick tick, String ticker, long priceMicros, long sizeMicros, long conditionBits) {
        assertThat(symbols.tickerOf(tick.symbolId)).isEqualTo(ticker);
        assertThat(tick.priceMicros).isEqualTo(priceMicros);
        assertThat(tick.sizeMicros).isEqualTo(sizeMicros);
        assertThat(tick.conditionBits).isEqualTo(conditionBits);
    }

    private Path tape(String name, String... rows) throws IOException {
        return Files.writeString(folder.resolve(name), HEADER + String.join("\n", rows) + "\n");
    }

    private static String row(long afterMs, String ticker) {
        return T0_MS + afterMs + "," + ticker + ",100.5,200,Q,";
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(ReplayFeedTest.class.getResource(name), name).toURI());
    }
}
