package org.tickstock.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickstock.engine.feed.FeedStatus.State;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeKey;
import org.tickstock.engine.time.ManualClock;

/** The format of {@code docs/tape-format.md}: comments, optional columns, kinds. */
class TapeFormatTest {

    private static final long T0_MS = 1_781_098_200_000L;
    private static final long T0_NS = T0_MS * 1_000_000;
    private static final String ALL = TapeColumns.PLAIN + ",trade_id,participant_ts_ms,kind,high,low,sequence";

    private final SymbolTable symbols = SymbolTable.of(List.of("AAPL", "SPY"));
    private final RecordingListener listener = new RecordingListener();

    @TempDir
    private Path folder;

    @Test
    void readsTradeWithIdentityAndTimeOfTheParticipant() throws IOException {
        play(ALL, T0_MS + ",SPY,600,10,D,12 37,7171," + (T0_MS - 21_600_000) + ",trade,,,9");

        Tick tick = listener.ticks.get(0);
        assertThat(tick.kind).isEqualTo(Tick.Kind.TRADE);
        assertThat(tick.tradeKey).isEqualTo(TradeKey.of("D", "7171"));
        assertThat(tick.reportDelayNs()).isEqualTo(21_600_000_000_000L);
        assertThat(tick.conditionBits).isEqualTo(1L << 12 | 1L << 37);
        assertThat(tick.highMicros).isEqualTo(600_000_000L);
    }

    @Test
    void takesRowWithEmptyOptionalFieldsForPlainTrade() throws IOException {
        play(ALL, T0_MS + ",SPY,600,10,D,,,,,,,");

        Tick tick = listener.ticks.get(0);
        assertThat(tick.kind).isEqualTo(Tick.Kind.TRADE);
        assertThat(tick.tradeKey).isEqualTo(TradeKey.NONE);
        assertThat(tick.tsParticipantNs).isZero();
    }

    @Test
    void readsEveryKind() throws IOException {
        play(ALL, T0_MS + ",SPY,600,10,P,,,,aggregate,601.5,599,",
                T0_MS + ",SPY,,,P,,1,,cancel,,,",
                T0_MS + ",SPY,600,10,P,,1,,cancel,,,",
                T0_MS + ",SPY,599.5,5,P,14,1,,correct,,,",
                T0_MS + ",SPY,,,,,,,band,630,570,",
                T0_MS + ",SPY,,,,,,,halt,,,",
                T0_MS + ",SPY,,,,,,,resume,,,");

        assertThat(listener.unreadable).isEmpty();
        assertThat(listener.ticks).extracting(tick -> tick.kind).containsExactly(Tick.Kind.AGGREGATE, Tick.Kind.CANCEL,
                Tick.Kind.CANCEL, Tick.Kind.CORRECTION, Tick.Kind.PRICE_BAND, Tick.Kind.HALT, Tick.Kind.RESUME);
        assertRange(listener.ticks.get(0), 601_500_000L, 599_000_000L);
        assertThat(listener.ticks.get(1).priceMicros).isZero();
        assertThat(listener.ticks.get(1).tradeKey).isEqualTo(TradeKey.of("P", "1"));
        assertThat(listener.ticks.get(2).sizeMicros).isEqualTo(10_000_000L);
        assertThat(listener.ticks.get(3).priceMicros).isEqualTo(599_500_000L);
        assertThat(listener.ticks.get(3).conditionBits).isEqualTo(1L << 14);
        assertRange(listener.ticks.get(4), 630_000_000L, 570_000_000L);
        assertThat(listener.ticks).extracting(tick -> tick.tsEventNs).containsOnly(T0_NS);
    }

    @Test
    void forgetsWhatTheRowBeforeCarried() throws IOException {
        play(ALL, T0_MS + ",SPY,600,10,P,,1," + T0_MS + ",,,,", T0_MS + ",SPY,,,,,,,halt,,,",
                T0_MS + ",SPY,600,10,P,,,,,,,");

        assertThat(listener.ticks.get(1).priceMicros).isZero();
        assertThat(listener.ticks.get(2).tradeKey).isZero();
        assertThat(listener.ticks.get(2).tsParticipantNs).isZero();
    }

    @Test
    void takesOptionalColumnsInAnyOrder() throws IOException {
        play(TapeColumns.PLAIN + ",kind,low,sequence,high", T0_MS + ",SPY,600,10,P,,aggregate,599,3,601");

        assertRange(listener.ticks.get(0), 601_000_000L, 599_000_000L);
    }

    @Test
    void passesOverCommentsAndBlankLines() throws IOException {
        play("# 2026-06-10, New York\n" + TapeColumns.PLAIN, "# 09:30:00", "", T0_MS + ",SPY,600,10,P,", "#",
                T0_MS + ",AAPL,190,10,P,");

        assertThat(listener.ticks).hasSize(2);
        assertThat(listener.unreadable).isEmpty();
    }

    @Test
    void readsFractionsOfMillisecond() throws IOException {
        play(TapeColumns.PLAIN, T0_MS + ".5,SPY,600,10,P,", T0_MS + ".000001,SPY,600,10,P,");

        assertThat(listener.ticks).extracting(tick -> tick.tsEventNs - T0_NS).containsExactly(500_000L, 1L);
    }

    @Test
    void countsRowsThatCannotBeReadByReason() throws IOException {
        play(ALL, T0_MS + ",SPY,600,10,P,,,x,,,,", T0_MS + ",SPY,600,10,P,,,,cancel,,,",
                T0_MS + ",SPY,600,10,P,,,,correct,,,", T0_MS + ",SPY,,10,P,,1,,correct,,,",
                T0_MS + ",SPY,600,10,P,,,,aggregate,,599,", T0_MS + ",SPY,,,,,,,band,500,600,",
                T0_MS + ",SPY,-1,,P,,1,,cancel,,,", T0_MS + ",SPY,1,-1,P,,1,,cancel,,,", T0_MS + ",,,,,,,,halt,,,",
                "x,SPY,,,,,,,halt,,,", T0_MS + ",SPY,,,,,,,halt,,", T0_MS + ",SPY,600,10,P,,1,0,,,,");

        assertThat(listener.ticks).isEmpty();
        assertThat(listener.unreadable).isEqualTo(Map.of(TickRefusal.BAD_TIME, 3, TickRefusal.MALFORMED, 4,
                TickRefusal.BAD_PRICE, 4, TickRefusal.BAD_SIZE, 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        ",color|line 1: column 7 must be one of trade_id, participant_ts_ms, kind, high, low, sequence, was 'color'",
        ",|line 1: column 7 must be one of trade_id, participant_ts_ms, kind, high, low, sequence, was ''",
        ",kind,kind|line 1: column 8 must not repeat an earlier one, was 'kind'",
        "x|line 1: header must begin with 'ts_ms,symbol,price,size,exchange,conditions', was 'ts_ms,symbol,price,"
                + "size,exchange,conditionsx'"})
    void failsOnHeaderThatNamesOtherColumns(String more, String detail) throws IOException {
        ReplayFeed feed = play(TapeColumns.PLAIN + more);

        assertThat(feed.status().state()).isEqualTo(State.FAILED);
        assertThat(feed.status().detail()).endsWith("tape.csv " + detail);
    }

    @Test
    void failsOnKindThatDoesNotExist() throws IOException {
        ReplayFeed feed = play(TapeColumns.PLAIN + ",kind", T0_MS + ",SPY,600,10,P,,trade",
                T0_MS + ",SPY,600,10,P,,busted");

        assertThat(feed.status().state()).isEqualTo(State.FAILED);
        assertThat(feed.status().detail()).endsWith("tape.csv line 3: kind must be trade, aggregate, cancel, correct, "
                + "halt, resume, band or empty, was 'busted'");
        assertThat(listener.ticks).hasSize(1);
    }

    private ReplayFeed play(String header, String... rows) throws IOException {
        Path tape = folder.resolve("tape.csv");
        Files.writeString(tape, header + "\n" + String.join("\n", rows));
        ReplayFeed feed = new ReplayFeed(new ReplaySettings(List.of(tape), ReplaySettings.MAX_SPEED), symbols,
                ManualClock.at("2026-06-10T15:00:00Z"));
        feed.start(listener);
        feed.doWork();
        return feed;
    }

    private static void assertRange(Tick tick, long highMicros, long lowMicros) {
        assertThat(tick.highMicros).isEqualTo(highMicros);
        assertThat(tick.lowMicros).isEqualTo(lowMicros);
    }
}
