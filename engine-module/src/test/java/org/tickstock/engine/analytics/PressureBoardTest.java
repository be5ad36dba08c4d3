package org.tickstock.engine.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.event.PressureChange;

class PressureBoardTest {

    private static final long START = 138_123_900L;

    private final PressureBoard board = new PressureBoard();

    @Test
    void knowsNothingBeforeAWindowIsSettled() {
        assertThat(board.status()).isNull();
        apply(0, 100, 0);
        assertThat(board.status()).isNull();
    }

    @Test
    void setsBuyingAgainstSellingOverAllSymbols() {
        apply(0, 500, 0);
        apply(0, 0, 300);
        apply(1, 1, 0);

        assertThat(board.status().net10()).isEqualTo(25.0);
    }

    @Test
    void averagesByTimeSoThatAnEmptyWindowCountsAsNothing() {
        apply(0, 100, 0);
        apply(2, 100, 0);
        apply(4, 1, 0);

        assertThat(board.status().net60()).isEqualTo(50.0);
        assertThat(board.status().net300()).isEqualTo(50.0);
    }

    @Test
    void forgetsWhatIsOlderThanFiveMinutes() {
        apply(0, 100, 0);
        for (int window = 1; window <= 31; window++) {
            apply(window, 0, 100);
        }
        apply(0, 1_000_000, 0);

        assertThat(board.status().net300()).isEqualTo(-100.0);
    }

    @Test
    void beginsAnewAfterALongSilence() {
        apply(0, 100, 0);
        apply(1_000_000, 0, 100);
        apply(1_000_001, 1, 0);

        assertThat(board.status().net10()).isEqualTo(-100.0);
        assertThat(board.status().net60()).isCloseTo(-100.0 / 6, within(1e-9));
    }

    @Test
    void sumsAWindowOverSomeSymbolsOnly() {
        apply(1, 0, 100, 0);
        apply(2, 0, 0, 50);
        apply(7, 0, 0, 25);
        apply(1, 1, 9, 9);
        BitSet two = new BitSet();
        two.set(1);
        two.set(7);
        two.set(900);

        assertThat(board.settledFrom(Long.MIN_VALUE)).containsExactly(START);
        assertThat(board.sums(START, two)).isEqualTo(new WindowSums(START * PressureBoard.WINDOW_NS, 100, 25, 2));
    }

    @Test
    void beginsAnewWithASessionAndTakesNothingOfTheOneBefore() {
        apply(0, 100, 0);
        apply(1, 100, 0);

        board.begin((START + 2) * PressureBoard.WINDOW_NS);
        apply(1, 100, 0);
        apply(2, 0, 100);
        apply(3, 0, 1);

        assertThat(board.status().net60()).isEqualTo(-100.0);
        assertThat(board.settledFrom(Long.MIN_VALUE)).containsExactly(START + 2);
    }

    private void apply(long window, long buy, long sell) {
        apply(1, window, buy, sell);
    }

    private void apply(int symbol, long window, long buy, long sell) {
        long start = (START + window) * PressureBoard.WINDOW_NS;
        board.apply(new PressureChange(symbol, start, start + PressureBoard.WINDOW_NS, buy, sell, 1));
    }
}
