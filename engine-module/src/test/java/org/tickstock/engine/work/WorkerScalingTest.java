package org.tickstock.engine.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkerScalingTest {

    private static final long SECOND_NS = 1_000_000_000L;

    private final WorkerScaling scaling = new WorkerScaling(WorkSettings.defaults());

    @Test
    void neverLeavesItsBounds() {
        assertThat(scaling.target(2, 0, 0, 0)).isEqualTo(2);
        assertThat(scaling.target(2, 1_000_000, 0, 0)).isEqualTo(16);
    }

    @Test
    void addsWorkersAtOnceWhenTheQueueIsDeep() {
        assertThat(scaling.target(2, 450, 0, 0)).isEqualTo(5);
    }

    @Test
    void addsAWorkerWhenEventsWaitLongThoughFew() {
        assertThat(scaling.target(3, 1, SECOND_NS, 0)).isEqualTo(4);
    }

    @Test
    void takesWorkersAwayOneByOneAfterACalmHalfMinute() {
        scaling.target(8, 750, 0, 0);

        assertThat(scaling.target(8, 0, 0, 29 * SECOND_NS)).isEqualTo(8);
        assertThat(scaling.target(8, 0, 0, 30 * SECOND_NS)).isEqualTo(7);
        assertThat(scaling.target(7, 0, 0, 31 * SECOND_NS)).isEqualTo(7);
        assertThat(scaling.target(7, 0, 0, 60 * SECOND_NS)).isEqualTo(6);
    }
}
