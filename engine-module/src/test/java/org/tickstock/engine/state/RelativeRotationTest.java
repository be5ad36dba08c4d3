package org.tickstock.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RelativeRotationTest {

    /** Of 49 equal figures and one that stands out by x: mean x / 50, deviation x / sqrt(50). */
    private static final double SCORE_OF_ONE = 0.98 * Math.sqrt(50);

    @Test
    void knowsRatioAndMomentumOnceTheirWindowsAreFull() {
        RelativeRotation rotation = new RelativeRotation(TinyMarket.flat(158, 100), TinyMarket.flat(158, 40));

        assertThat(rotation.ratio(97)).isNaN();
        assertThat(rotation.ratio(98)).isEqualTo(100);
        assertThat(rotation.momentum(156)).isNaN();
        assertThat(rotation.momentum(157)).isEqualTo(100);
        assertThat(rotation.quadrant(156)).isEqualTo(Quadrant.INSUFFICIENT);
        assertThat(rotation.quadrant(157)).isEqualTo(Quadrant.LEADING);
    }

    @Test
    void scoresAFallAgainstItsWindow() {
        double[] index = TinyMarket.then(TinyMarket.flat(158, 100), 90);

        RelativeRotation rotation = new RelativeRotation(index, TinyMarket.flat(159, 100));

        assertThat(rotation.ratio(158)).isCloseTo(100 - SCORE_OF_ONE, within(1e-9));
        assertThat(rotation.momentum(158)).isCloseTo(100 - SCORE_OF_ONE, within(1e-9));
        assertThat(rotation.quadrant(158)).isEqualTo(Quadrant.LAGGING);
    }

    @Test
    void putsBordersIntoTheBetterHalf() {
        assertThat(Quadrant.of(100, 100)).isEqualTo(Quadrant.LEADING);
        assertThat(Quadrant.of(100, 99.9)).isEqualTo(Quadrant.WEAKENING);
        assertThat(Quadrant.of(99.9, 100)).isEqualTo(Quadrant.IMPROVING);
        assertThat(Quadrant.of(99.9, 99.9)).isEqualTo(Quadrant.LAGGING);
    }
}
