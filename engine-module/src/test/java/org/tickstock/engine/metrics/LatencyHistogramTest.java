package org.tickstock.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatencyHistogramTest {

    private static final long MS = 1_000_000L;

    private final LatencyHistogram histogram = new LatencyHistogram();

    @Test
    void countsADurationInItsBucketAndEveryWiderOne() {
        histogram.record(3 * MS);

        assertThat(histogram.countUpTo(0)).isZero();
        assertThat(histogram.countUpTo(1)).isZero();
        assertThat(histogram.countUpTo(2)).isEqualTo(1);
        assertThat(histogram.countUpTo(3)).isEqualTo(1);
        assertThat(histogram.count()).isEqualTo(1);
        assertThat(histogram.sumNs()).isEqualTo(3 * MS);
    }

    @Test
    void takesTheBoundItselfIntoTheBucket() {
        histogram.record(MS);
        histogram.record(MS + 1);

        assertThat(histogram.countUpTo(0)).isEqualTo(1);
        assertThat(histogram.countUpTo(1)).isEqualTo(2);
    }

    @Test
    void countsWhatIsLongerThanEveryBoundInAllAlone() {
        histogram.record(60_000 * MS);

        assertThat(histogram.countUpTo(LatencyHistogram.BOUNDS_NS.size() - 1)).isZero();
        assertThat(histogram.count()).isEqualTo(1);
    }

    @Test
    void takesADurationThatAClockPutBackMadeNegativeForNone() {
        histogram.record(-5 * MS);

        assertThat(histogram.countUpTo(0)).isEqualTo(1);
        assertThat(histogram.sumNs()).isZero();
    }
}
