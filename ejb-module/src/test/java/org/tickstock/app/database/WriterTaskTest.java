package org.tickstock.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickstock.app.ManualClock;

class WriterTaskTest {

    private final ManualClock clock = new ManualClock();
    private final Deque<Integer> rows = new ArrayDeque<>(List.of(3, 0, -1, 2));
    private long written;
    private final WriterTask task = new WriterTask(
        System.getLogger(WriterTaskTest.class.getName()), "round of a test", this::write, () -> written, clock);

    @Test
    void timesTheRoundsThatWroteAndOutlivesOneThatFails() {
        for (int round = 0; round < 4; round++) {
            task.run();
        }

        assertThat(rows).isEmpty();
        assertThat(written).isEqualTo(5);
        assertThat(task.durations().count()).isEqualTo(2);
    }

    private void write() {
        int count = rows.remove();
        if (count < 0) {
            throw new IllegalStateException("nobody is there");
        }
        written += count;
    }
}
