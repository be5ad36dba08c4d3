package org.tickstock.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tickstock.engine.event.HighLowEvent;
import org.tickstock.engine.event.PressureChange;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.Tick;

/** A print that may set a price but adds no volume, such as a corrected consolidated close, adds none anywhere. */
class VolumeConditionTest {

    private static final int CORRECTED_CLOSE = 38;

    private final RuleBench bench = new RuleBench();

    @Test
    void movesThePriceAndNeitherVwapNorPressure() {
        bench.trade("12:00:00", 150.00, 100).trade("12:00:01", 150.10, 200)
                .trade("12:00:02", 151.00, 5_000, CORRECTED_CLOSE).trade("12:00:10", 151.00, 100);

        HighLowEvent high = bench.highsAndLows().get(1);
        assertThat(high.origin().priceMicros()).isEqualTo(151_000_000);
        assertThat(high.origin().vwapUsd()).isEqualTo((150.00 * 100 + 150.10 * 200) / 300);
        assertThat(bench.only(PressureChange.class)).singleElement()
                .satisfies(window -> assertThat(window.buySizeMicros()).isEqualTo(200_000_000));
    }

    @Test
    void addsNothingToTheVolumeOfItsSecond() {
        SymbolState state = new SymbolState(0, "TEST");
        Tick tick = new Tick().trade(0, 150_000_000, 100_000_000, 0, 1, 1);
        state.enter(new NewYorkCalendar().spanAt(bench.ns("12:00:00")));

        state.begin(tick, tick.sizeMicros, false);
        state.bucket(tick);
        state.begin(tick, 0, false);
        state.bucket(tick);

        assertThat(state.seconds.openVolume()).isEqualTo(100_000_000);
    }
}
