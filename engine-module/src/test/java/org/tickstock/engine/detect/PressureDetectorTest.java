package org.tickstock.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.event.PressureChange;

/** Detection rules, section 4. */
class PressureDetectorTest {

    private static final long SHARE = 1_000_000L;

    private final RuleBench bench = new RuleBench(List.of(new PressureDetector()));

    @Test
    void givesVolumeToTheSideThatMovedThePrice() {
        bench.trade("12:00:00", 10, 700).trade("12:00:01", 11, 500).trade("12:00:02", 10.5, 300);
        assertThat(windows()).isEmpty();

        bench.trade("12:00:10", 10.5);

        assertThat(windows()).containsExactly(new PressureChange(0, bench.ns("12:00:00"), bench.ns("12:00:10"),
                500 * SHARE, 300 * SHARE, 3));
        assertThat(windows().get(0).netScore()).isEqualTo(25);
    }

    @Test
    void givesAnUnchangedPriceToTheSideBeforeIt() {
        bench.trade("12:00:00", 10).trade("12:00:01", 11, 500).trade("12:00:02", 11, 900).trade("12:00:09.999", 11, 1);

        bench.trade("12:00:10", 11, 50).trade("12:00:20", 11);

        assertThat(windows()).extracting(PressureChange::buySizeMicros).containsExactly(1_401 * SHARE, 50 * SHARE);
        assertThat(windows()).extracting(PressureChange::trades).containsExactly(4, 1);
        assertThat(windows()).extracting(PressureChange::netScore).containsExactly(100.0, 100.0);
    }

    @Test
    void countsThePrintsOfAWindowWithoutDirection() {
        bench.trade("12:00:00", 10).trade("12:00:05", 10).trade("12:00:15", 10).trade("12:00:25", 10);

        assertThat(windows()).extracting(PressureChange::trades).containsExactly(2, 1);
        assertThat(windows()).extracting(PressureChange::netScore).containsOnly(0.0);
    }

    @Test
    void forgetsThePriceAtASessionBoundaryButTellsOfTheLastWindow() {
        bench.trade("15:59:55", 10).trade("15:59:56", 11, 500);

        bench.trade("16:00:00", 12, 700).trade("16:00:10", 12, 800);

        assertThat(windows()).containsExactly(
                new PressureChange(0, bench.ns("15:59:50"), bench.ns("16:00:00"), 500 * SHARE, 0, 2),
                new PressureChange(0, bench.ns("16:00:00"), bench.ns("16:00:10"), 0, 0, 1));
    }

    @Test
    void countsFractionsOfAShare() {
        bench.trade("12:00:00", 10).trade("12:00:01", 9.99, 0.25).trade("12:00:10", 9.99);

        assertThat(windows()).extracting(PressureChange::sellSizeMicros).containsExactly(250_000L);
        assertThat(windows().get(0).netScore()).isEqualTo(-100);
    }

    private List<PressureChange> windows() {
        return bench.only(PressureChange.class);
    }
}
