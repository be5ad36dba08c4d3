package org.tickstock.app.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpillFileTest {

    private static final long ROOMY = 1 << 24;

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("data").resolve("journal.spill");
    }

    @Test
    void givesBackWhatItTookInOrderAcrossARestart() throws IOException {
        List<JournalRecord> records = records(50, new Random(1));
        try (SpillFile spill = SpillFile.open(file, ROOMY)) {
            assertThat(spill.append(records.subList(0, 30))).isEqualTo(30);
        }
        try (SpillFile spill = SpillFile.open(file, ROOMY)) {
            assertThat(spill.append(records.subList(30, 50))).isEqualTo(20);

            assertThat(bytesOf(drain(spill, 7))).isEqualTo(bytesOf(records));
            assertThat(spill.isEmpty()).isTrue();
        }
        assertThat(Files.size(file)).isZero();
    }

    @Test
    void readsAgainWhatWasPeekedButNotForgotten() throws IOException {
        List<JournalRecord> records = records(10, new Random(2));
        try (SpillFile spill = SpillFile.open(file, ROOMY)) {
            spill.append(records);
            spill.peek(4);

            assertThat(bytesOf(spill.peek(4))).isEqualTo(bytesOf(records.subList(0, 4)));
            spill.forget();
            assertThat(bytesOf(spill.peek(100))).isEqualTo(bytesOf(records.subList(4, 10)));
        }
    }

    @Test
    void takesNoMoreThanItMayAndSaysHowMuch() throws IOException {
        try (SpillFile spill = SpillFile.open(file, 65_536)) {
            List<JournalRecord> records = rows(500, 0);

            int kept = spill.append(records);

            assertThat(kept).isBetween(1, 499);
            assertThat(Files.size(file)).isLessThanOrEqualTo(65_536);
            assertThat(spill.append(records.subList(kept, 500))).isZero();
            spill.appendAnyway(List.of(new JournalRecord.End(5, 500)));
            assertThat(drain(spill, 1_000)).hasSize(kept + 1);
            assertThat(spill.append(records)).isEqualTo(kept);
        }
    }

    /** Whatever a crash leaves of the file, what was written whole is read, in order, and nothing else. */
    @Test
    void readsExactlyTheWholeRecordsHoweverItsTailIsTorn() throws IOException {
        Random random = new Random(20131008);
        for (int round = 0; round < 200; round++) {
            List<JournalRecord> records = records(1 + random.nextInt(20), random);
            List<Long> ends = new ArrayList<>();
            Files.deleteIfExists(file);
            try (SpillFile spill = SpillFile.open(file, ROOMY)) {
                long end = 0;
                for (JournalRecord record : records) {
                    end += RecordCodec.encode(record).length + 8;
                    ends.add(end);
                }
                spill.append(records);
                assertThat(spill.waitingBytes()).isEqualTo(end);
            }
            long whole = tear(random, ends.get(ends.size() - 1));
            int expected = (int) ends.stream().filter(end -> end <= whole).count();

            try (SpillFile spill = SpillFile.open(file, ROOMY)) {
                assertThat(bytesOf(drain(spill, 3))).as("round " + round)
                    .isEqualTo(bytesOf(records.subList(0, expected)));
                spill.append(records);
                assertThat(bytesOf(drain(spill, 1_000))).isEqualTo(bytesOf(records));
            }
        }
    }

    @Test
    void goesOnBehindDamageThatIsFoundWhileItIsRead() throws IOException {
        List<JournalRecord> records = rows(10, 0);
        try (SpillFile spill = SpillFile.open(file, ROOMY)) {
            spill.append(records);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3}), Files.size(file) / 2);
            }

            List<JournalRecord> before = drain(spill, 3);

            assertThat(before).hasSizeBetween(3, 6);
            assertThat(bytesOf(before)).isEqualTo(bytesOf(records.subList(0, before.size())));
            spill.append(records);
            assertThat(bytesOf(drain(spill, 3))).isEqualTo(bytesOf(records));
        }
    }

    @Test
    void belongsToOneAtATime() throws IOException {
        try (SpillFile spill = SpillFile.open(file, ROOMY)) {
            assertThatThrownBy(() -> SpillFile.open(file, ROOMY)).isInstanceOf(IOException.class)
                .hasMessage("spill file must belong to one server, was held by another");
            assertThat(spill.isEmpty()).isTrue();
        }
        SpillFile.open(file, ROOMY).close();
    }

    /** Cuts the file short, damages a byte, or leaves rubbish behind it; returns up to where it is untouched. */
    private long tear(Random random, long size) throws IOException {
        long at = (long) (random.nextDouble() * size);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            switch (random.nextInt(3)) {
                case 0 -> channel.truncate(at);
                case 1 -> {
                    ByteBuffer one = ByteBuffer.allocate(1);
                    channel.read(one, at);
                    channel.write(ByteBuffer.wrap(new byte[] {(byte) (one.get(0) ^ 1 << random.nextInt(8))}), at);
                }
                default -> {
                    byte[] rubbish = new byte[1 + random.nextInt(100)];
                    random.nextBytes(rubbish);
                    channel.write(ByteBuffer.wrap(rubbish), size);
                    return size;
                }
            }
        }
        return at;
    }

    private static List<JournalRecord> drain(SpillFile spill, int atOnce) throws IOException {
        List<JournalRecord> all = new ArrayList<>();
        while (!spill.isEmpty()) {
            all.addAll(spill.peek(atOnce));
            spill.forget();
        }
        return all;
    }

    private static List<JournalRecord> records(int count, Random random) {
        List<JournalRecord> records = new ArrayList<>();
        for (int n = 1; n <= count; n++) {
            records.add(switch (random.nextInt(6)) {
                case 0 -> new JournalRecord.Lost(random.nextLong(), n, n + random.nextInt(100));
                case 1 -> new JournalRecord.End(random.nextLong(), n);
                default -> JournalRecord.Row.of(random.nextLong(), n,
                    Messages.message(0, "AÉZ", n, random.nextInt(3_000)));
            });
        }
        return records;
    }

    private static List<JournalRecord> rows(int count, long before) {
        List<JournalRecord> rows = new ArrayList<>();
        for (int n = 1; n <= count; n++) {
            rows.add(JournalRecord.Row.of(5, before + n, Messages.message(0, "AAPL", n)));
        }
        return rows;
    }

    private static List<String> bytesOf(List<JournalRecord> records) {
        return records.stream().map(record -> HexFormat.of().formatHex(RecordCodec.encode(record))).toList();
    }
}
