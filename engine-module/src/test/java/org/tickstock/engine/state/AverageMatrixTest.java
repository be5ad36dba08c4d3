package org.tickstock.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tickstock.engine.state.TinyMarket.find;
import static org.tickstock.engine.state.TinyMarket.flat;
import static org.tickstock.engine.state.TinyMarket.then;

import org.junit.jupiter.api.Test;
import org.tickstock.engine.state.AverageMatrix.Distance;
import org.tickstock.engine.state.AverageMatrix.Level;
import org.tickstock.engine.state.AverageMatrix.Side;

class AverageMatrixTest {

    @Test
    void measuresDistancesInPerCentAndInRanges() {
        // 49 bars at 100, one dollar wide, then 102, from 101.5 to 102.5: a true range of 2.5
        AverageMatrix row = matrix(then(flat(49, 100), 102));

        double atr = (13 * 1 + 2.5) / 14;
        double sma50 = 100.04;
        Distance slow = row.averages().get(2);
        assertThat(slow.average()).isEqualTo("sma50");
        assertThat(slow.priceUsd()).isCloseTo(sma50, within(1e-9));
        assertThat(slow.pct()).isCloseTo((102 / sma50 - 1) * 100, within(1e-9));
        assertThat(slow.atr()).isCloseTo((102 - sma50) / atr, within(1e-9));
        assertThat(row.averages()).extracting(Distance::side)
                .containsExactly(Side.ABOVE, Side.ABOVE, Side.ABOVE, Side.UNKNOWN);
    }

    @Test
    void callsHalfARangeNear() {
        assertThat(matrix(flat(50, 100)).averages()).extracting(Distance::side)
                .containsExactly(Side.NEAR, Side.NEAR, Side.NEAR, Side.UNKNOWN);
        assertThat(matrix(then(flat(49, 100), 98)).averages().get(2).side()).isEqualTo(Side.BELOW);
    }

    @Test
    void namesStopsAndTiersAroundThePrice() {
        AverageMatrix row = matrix(flat(50, 100));

        assertThat(row.stops()).extracting(Level::name)
                .containsExactly("-2%", "-1.5%", "-1%", "0%", "1atr", "1.5atr", "2atr");
        assertThat(row.stops()).extracting(Level::priceUsd).containsExactly(98.0, 98.5, 99.0, 100.0, 99.0, 98.5, 98.0);
        assertThat(row.tiers()).extracting(Level::name)
                .containsExactly("-20%", "-15%", "-10%", "-5%", "0%", "+5%", "+10%");
        assertThat(row.tiers().get(0).priceUsd()).isEqualTo(80);
    }

    @Test
    void namesTheBucketOfAPrice() {
        assertThat(bucket(flat(50, 100))).isEqualTo("NONE");
        assertThat(bucket(then(flat(49, 100), 101))).isEqualTo("HOLD 1");
        assertThat(bucket(then(flat(49, 100), 101, 101.1))).isEqualTo("HOLD 2");
        // 10 dollars above an average of 100.2, true range 10.5: an ATR of 23.5 / 14, an extension of 5.8
        assertThat(bucket(then(flat(49, 100), 110))).isEqualTo("EXT 5");
        assertThat(bucket(flat(49, 100))).isEqualTo("insufficient");
        // the 20-bar average is 100.95, the 50-bar one 99.78
        assertThat(bucket(then(then(flat(40, 99), flat(19, 101)), 100))).isEqualTo("PULLBACK");
        // the 20-bar average is 93.65, the 50-bar one 97.46, EMA 10 about 91.5
        assertThat(bucket(then(then(then(flat(50, 100), flat(10, 97)), flat(9, 90)), 93))).isEqualTo(">MA10 <MA20");
    }

    private static AverageMatrix matrix(double... closes) {
        return AverageMatrix.of(find(new TinyMarket().symbol("A", closes).closed(), "A"));
    }

    private static String bucket(double... closes) {
        return Bucket.of(find(new TinyMarket().symbol("A", closes).closed(), "A").figures()).label();
    }
}
