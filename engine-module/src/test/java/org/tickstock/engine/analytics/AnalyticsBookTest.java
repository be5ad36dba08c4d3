package org.tickstock.engine.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.event.PressureChange;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.universe.Universe;
import org.tickstock.engine.universe.UniverseIndex;
import org.tickstock.engine.universe.UniverseSelection;

class AnalyticsBookTest {

    private static final SymbolTable SYMBOLS = SymbolTable.of(List.of("A", "B", "C"));
    private static final UniverseSelection OF_A = new UniverseSelection(List.of("a"), List.of());
    private static final UniverseSelection OF_AB = new UniverseSelection(List.of("a"), List.of("b"));
    private static final UniverseIndex UNIVERSES = UniverseIndex.of(
            List.of(new Universe("a", "A", List.of("A")), new Universe("b", "B", List.of("B"))), SYMBOLS);

    private final PressureBoard board = new PressureBoard();
    private final AnalyticsBook book = new AnalyticsBook(board, SYMBOLS.size());

    @Test
    void readsEachSettledWindowOnceForTheMarketAndForEachSelection() {
        apply("A", 0, 100, 0);
        apply("C", 0, 0, 300);
        apply("B", 1, 50, 0);

        assertThat(book.update(List.of(OF_A, OF_AB, OF_A), UNIVERSES)).hasSize(1);
        assertThat(book.update(List.of(OF_A, OF_AB), UNIVERSES)).isEmpty();

        assertThat(book.market().window().netScore()).isEqualTo(-50);
        assertThat(book.market().symbols()).isEqualTo(3);
        assertThat(book.of(OF_A).window().netScore()).isEqualTo(100);
        assertThat(book.of(OF_AB).symbols()).isEqualTo(2);

        apply("A", 2, 1, 0);
        assertThat(book.update(List.of(OF_AB), UNIVERSES)).extracting(GaugeReading::windows).containsExactly(2);
        assertThat(book.of(OF_AB).window().buyMicros()).isEqualTo(50);
        assertThat(book.of(OF_A)).isNull();
    }

    @Test
    void readsASelectionThatComesLateFromTheWindowsThatAreHeld() {
        for (int window = 0; window <= 40; window++) {
            apply("A", window, 100, 0);
        }
        book.update(List.of(), UNIVERSES);

        book.update(List.of(OF_A), UNIVERSES);

        assertThat(book.of(OF_A).windows()).isEqualTo(30);
        assertThat(book.of(OF_A).net300()).isEqualTo(100);
    }

    @Test
    void readsAnewWhenTheUniversesChange() {
        apply("A", 0, 100, 0);
        apply("B", 0, 0, 100);
        apply("A", 1, 1, 0);
        book.update(List.of(OF_A), UNIVERSES);

        book.update(List.of(OF_A), UniverseIndex.of(List.of(new Universe("a", "A", List.of("B"))), SYMBOLS));

        assertThat(book.of(OF_A).window().netScore()).isEqualTo(-100);
    }

    @Test
    void beginsAnewWithASession() {
        apply("A", 0, 100, 0);
        apply("A", 1, 100, 0);
        book.update(List.of(OF_A), UNIVERSES);

        board.begin(2 * PressureBoard.WINDOW_NS);

        assertThat(book.update(List.of(OF_A), UNIVERSES)).isEmpty();
        assertThat(book.market()).isNull();
        assertThat(book.of(OF_A)).isNull();
    }

    private void apply(String ticker, long window, long buy, long sell) {
        long start = window * PressureBoard.WINDOW_NS;
        board.apply(new PressureChange(SYMBOLS.idOf(ticker), start, start + PressureBoard.WINDOW_NS, buy, sell, 1));
    }
}
