package org.tickstock.engine.emit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CycleRingTest {

    private final CycleRing ring = new CycleRing(4);

    @Test
    void tellsTheFirstCycleThatCoversAnOffset() {
        ring.add(10, 11, 0);
        ring.add(20, 22, 5);
        ring.add(30, 33, 5);
        ring.add(40, 44, 9);

        assertThat(ring.firstCovering(1)).contains(new CycleRing.Cycle(20, 22, 5));
        assertThat(ring.firstCovering(5)).contains(new CycleRing.Cycle(20, 22, 5));
        assertThat(ring.firstCovering(6)).contains(new CycleRing.Cycle(40, 44, 9));
        assertThat(ring.firstCovering(10)).isEmpty();
    }

    @Test
    void saysNothingOfACycleThatItForgot() {
        for (int second = 1; second <= 6; second++) {
            ring.add(second * 10, second * 10 + 1, second);
        }

        assertThat(ring.firstCovering(1)).isEmpty();
        assertThat(ring.firstCovering(3)).as("it may have been covered before").isEmpty();
        assertThat(ring.firstCovering(4)).contains(new CycleRing.Cycle(40, 41, 4));
    }
}
