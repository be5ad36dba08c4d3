package org.tickstock.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a replay writes beside its line of figures: bars, extremes, progress and complaints. */
@Timeout(60)
class ReplayFilesTest {

    private static final String HEADER =
            "ts_ms,symbol,price,size,exchange,conditions,trade_id,participant_ts_ms,kind\n";
    // 2026-06-10, New York
    private static final long EIGHT = 1_781_092_800_000L;
    private static final long TEN = EIGHT + 7_200_000;
    private static final long FIVE_PM = TEN + 25_200_000;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "4"})
    void writesMinuteBarsAndExtremesInTheirLastState(String lanes) throws IOException {
        Path tape = tape(row(EIGHT, "ZZZ", "20.5", "100", "12", "1", ""),
                row(TEN, "AAA", "150", "100", "", "2", ""),
                row(TEN + 1_000, "AAA", "150.25", "10.5", "", "3", ""),
                row(TEN + 2_000, "AAA", "170", "7", "37", "4", ""),
                row(TEN + 3_000, "AAA", "151", "5", "", "5", ""),
                row(TEN + 3_000, "AAA", "151", "5", "", "5", ""),
                row(TEN + 60_000, "AAA", "150.1", "1", "", "6", ""),
                row(TEN + 61_000, "AAA", "", "", "", "5", "cancel"),
                // made an hour before it was told: official, in its own minute, and never live
                (TEN + 62_000) + ",AAA,149,3,P,,7," + (TEN - 1_800_000) + ",\n",
                row(FIVE_PM, "ZZZ", "21", "50", "12", "8", ""));
        Path bars = folder.resolve("bars.csv");
        Path extremes = folder.resolve("extremes.csv");

        int code = run(false, "--lanes", lanes, "--bars", bars.toString(), "--extremes", extremes.toString(),
                tape.toString());

        assertThat(text(err)).isEmpty();
        assertThat(code).isZero();
        assertThat(Files.readAllLines(bars)).containsExactly("symbol,ts_ms,open,high,low,close,volume",
                "AAA," + (TEN - 1_800_000) + ",149.00,149.00,149.00,149.00,3",
                "AAA," + TEN + ",150.00,150.25,150.00,150.25,117.5",
                "AAA," + (TEN + 60_000) + ",150.10,150.10,150.10,150.10,1",
                "ZZZ," + EIGHT + ",20.50,20.50,20.50,20.50,100",
                "ZZZ," + FIVE_PM + ",21.00,21.00,21.00,21.00,50");
        assertThat(Files.readAllLines(extremes)).containsExactly(
                "date,symbol,session,official_high,official_low,live_high,live_low,volume",
                "2026-06-10,AAA,REGULAR,150.25,149.00,150.25,150.00,121.5",
                "2026-06-10,AAA,DAY,150.25,149.00,150.25,150.00,121.5",
                "2026-06-10,ZZZ,PRE,20.50,20.50,20.50,20.50,100",
                "2026-06-10,ZZZ,AFTER,21.00,21.00,21.00,21.00,50",
                "2026-06-10,ZZZ,DAY,,,,,150");
    }

    @Test
    void keepsTheDaysOfSeveralTapesApart() throws IOException {
        long nextDay = TEN + 86_400_000;
        Path first = tape(row(TEN, "AAA", "150", "100", "", "1", ""), row(TEN, "BBB", "30", "1", "", "2", ""));
        Path second = Files.writeString(folder.resolve("second.csv"),
                HEADER + row(nextDay, "AAA", "140", "100", "", "1", ""));
        Path bars = folder.resolve("bars.csv");
        Path extremes = folder.resolve("extremes.csv");

        run(false, "--bars", bars.toString(), "--extremes", extremes.toString(), first.toString(), second.toString());

        assertThat(Files.readAllLines(bars)).hasSize(4)
                .contains("AAA," + nextDay + ",140.00,140.00,140.00,140.00,100");
        assertThat(Files.readAllLines(extremes).stream().skip(1)).containsExactly(
                "2026-06-10,AAA,REGULAR,150.00,150.00,150.00,150.00,100",
                "2026-06-10,AAA,DAY,150.00,150.00,150.00,150.00,100",
                "2026-06-10,BBB,REGULAR,30.00,30.00,30.00,30.00,1",
                "2026-06-10,BBB,DAY,30.00,30.00,30.00,30.00,1",
                "2026-06-11,AAA,REGULAR,140.00,140.00,140.00,140.00,100",
                "2026-06-11,AAA,DAY,140.00,140.00,140.00,140.00,100");
    }

    @Test
    void showsProgressOnATerminalOnly() throws IOException {
        Path tape = tape(row(TEN, "AAA", "150", "100", "", "1", ""));

        run(false, tape.toString());
        assertThat(text(err)).isEmpty();

        run(true, tape.toString());
        assertThat(text(err)).contains(" %  ").contains(" ticks  ").endsWith("\r").doesNotContain("\n");
        assertThat(text(out).lines()).hasSize(2).allSatisfy(line -> assertThat(line).startsWith("{\"ticks\":1,"));
    }

    @Test
    void tellsOnceWhyATapeIsBad() throws IOException, InterruptedException {
        Path bad = Files.writeString(folder.resolve("bad.csv"), HEADER + "1,AAA,20,100,Q,,,,merger\n");

        Process command = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), ReplayCommand.class.getName(), bad.toString()).start();
        String told = new String(command.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(command.waitFor()).isEqualTo(2);
        assertThat(told.lines()).containsExactly("tickstock-replay: " + bad + " line 2: kind must be trade, aggregate,"
                + " cancel, correct, halt, resume, band or empty, was 'merger'");
    }

    private Path tape(String... rows) throws IOException {
        return Files.writeString(folder.resolve("tape.csv"), HEADER + String.join("", rows));
    }

    private static String row(
            long ms, String symbol, String price, String size, String conditions, String id, String kind) {
        return Stream.of(String.valueOf(ms), symbol, price, size, "P", conditions, id, "", kind)
                .reduce((left, right) -> left + "," + right).orElseThrow() + "\n";
    }

    private int run(boolean onTerminal, String... arguments) {
        return new ReplayCommand(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), onTerminal).run(List.of(arguments));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
