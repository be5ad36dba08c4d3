package org.tickstock.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReplayCommandTest {

    private static final String HEADER = "ts_ms,symbol,price,size,exchange,conditions\n";
    private static final long OPEN_MS = 1_781_098_200_000L;
    private static final int ROWS = 60_000;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path tape;

    /** Half an hour of three invented tickers, 33 trades a second. */
    @BeforeEach
    void writeTape() throws IOException {
        Random random = new Random(1);
        String[] tickers = {"AAA", "BBB", "CCC"};
        double[] prices = {20, 150, 60};
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < ROWS; i++) {
            int k = random.nextInt(3);
            prices[k] *= 1 + random.nextGaussian() * 0.0001;
            text.append(OPEN_MS + i * 30L).append(',').append(tickers[k]).append(',')
                    .append(Math.round(prices[k] * 100) / 100.0).append(",100,Q,\n");
        }
        tape = Files.writeString(folder.resolve("half-hour.csv"), text);
    }

    @Test
    void printsOneLineOfFigures() {
        int code = run(tape.toString());

        assertThat(code).isZero();
        assertThat(text(out)).matches("\\{\"ticks\":60000,\"accepted\":60000,\"refused\":\\{\\},\"events\":\\{\"high\":"
                + "[1-9]\\d*,\"low\":[1-9]\\d*,\"trend\":[1-9]\\d*,\"surge\":\\d+,"
                + "\"event_revised\":0\\},\"sha256\":\"[0-9a-f]{64}\","
                + "\"seconds\":\\d+\\.\\d{3},\"ticksPerSecond\":\\d+,\"bytesPerTick\":\\d+\\.\\d\\d\\}\\R");
    }

    @Test
    void raisesTheSameEventsWithAnyNumberOfLanes() {
        String one = sha256Of("--lanes", "1", tape.toString());

        assertThat(sha256Of("--lanes", "2", tape.toString())).isEqualTo(one);
        assertThat(sha256Of("--lanes", "4", tape.toString())).isEqualTo(one);
        assertThat(sha256Of("--conditions", "lean", tape.toString())).isEqualTo(one);
    }

    @Test
    void writesTheEventsThatTheDigestIsTakenOver() throws IOException, NoSuchAlgorithmException {
        Path events = folder.resolve("events.ndjson");

        String sha256 = sha256Of("--events", events.toString(), tape.toString());

        byte[] written = Files.readAllBytes(events);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(written))).isEqualTo(sha256);
        assertThat(Files.readAllLines(events)).isNotEmpty()
                .allSatisfy(line -> assertThat(line).startsWith("{\"").endsWith("}"));
    }

    @Test
    void countsRefusedRowsByReason() throws IOException {
        Path dirty = Files.writeString(folder.resolve("dirty.csv"), HEADER + OPEN_MS + ",AAA,NaN,100,Q,\n"
                + OPEN_MS + ",AAA,20,100,Q,\n" + (OPEN_MS - 1) + ",AAA,20,100,Q,\nrubbish\n");

        run(dirty.toString());

        assertThat(text(out)).startsWith("{\"ticks\":4,\"accepted\":2,"
                + "\"refused\":{\"bad_price\":1,\"malformed\":1},"
                + "\"events\":{\"high\":0,\"low\":0,\"trend\":0,\"surge\":0,\"event_revised\":0},");
    }

    @Test
    void namesFileLineAndReasonOfABadTape() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.csv"), HEADER + OPEN_MS + ",AAA,20,100,Q,\n\0\0\n");

        int code = run(tape.toString(), bad.toString());

        assertThat(code).isEqualTo(2);
        assertThat(text(out)).isEmpty();
        assertThat(text(err)).startsWith("tickstock-replay: " + bad + " line 3: line must be text, was binary");
    }

    @Test
    void explainsWrongArguments() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("--lanes")).isEqualTo(2);
        assertThat(run("--lanes", "0", tape.toString())).isEqualTo(2);
        assertThat(run("--lanes", "x", tape.toString())).isEqualTo(2);
        assertThat(run("--conditions", "none", tape.toString())).isEqualTo(2);
        assertThat(run("--speed", tape.toString())).isEqualTo(2);
        assertThat(run("--events", folder.toString(), tape.toString())).isEqualTo(2);
        assertThat(run("--extremes", folder.toString(), tape.toString())).isEqualTo(2);
        assertThat(run("--bars", folder.toString(), tape.toString())).isEqualTo(2);

        assertThat(text(err)).contains("TAPE must be given at least once", "--lanes must be followed by a value",
                "--lanes must be 1 to 16, was 0", "--lanes must be a whole number, was 'x'",
                "--conditions must be sip or lean, was 'none'", "was '--speed'", "output file must be writable",
                ReplayOptions.USAGE);
        assertThat(text(out)).isEmpty();
    }

    private String sha256Of(String... arguments) {
        out.reset();
        assertThat(run(arguments)).isZero();
        return text(out).replaceAll("(?s).*\"sha256\":\"([0-9a-f]{64})\".*", "$1");
    }

    private int run(String... arguments) {
        return new ReplayCommand(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false).run(List.of(arguments));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
