package org.tickstock.engine.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.event.Direction;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.event.EventType;

/** Highs and lows of the session, and what retractions take away from them. */
class SessionCountsTest {

    private static final int PRE = 100;
    private static final int REGULAR = 101;

    private final SessionCounts counts = new SessionCounts();
    private final BitSet both = BitSet.valueOf(new long[] {0b11});

    @Test
    void takesARetractedHighOutOfTheHighs() {
        add(EventType.HIGH, Direction.UP, 0, PRE, 1);
        add(EventType.HIGH, Direction.UP, 1, PRE, 1);
        add(EventType.LOW, Direction.DOWN, 1, PRE, 1);

        add(EventType.REVISION, Direction.UP, 0, PRE, -1);
        add(EventType.REVISION, Direction.UP, 1, PRE, 0);

        assertThat(counts.totalsOf(both)).isEqualTo(new SessionCounts.Totals(1, 1));
    }

    @Test
    void takesNothingFromASessionThatThePastOneDidNotAdd() {
        add(EventType.LOW, Direction.DOWN, 0, PRE, 1);
        counts.begin(REGULAR);
        add(EventType.LOW, Direction.DOWN, 0, REGULAR, 1);

        add(EventType.REVISION, Direction.DOWN, 0, PRE, -1);

        assertThat(counts.totalsOf(both)).isEqualTo(new SessionCounts.Totals(0, 1));
    }

    @Test
    void startsAnewWhenASessionBeginsBeforeItsFirstEvent() {
        add(EventType.HIGH, Direction.UP, 0, PRE, 1);

        counts.begin(REGULAR);

        assertThat(counts.totalsOf(both)).isEqualTo(new SessionCounts.Totals(0, 0));
    }

    @Test
    void takesARetractedHighOutOfTheSessionItBelongsTo() {
        add(EventType.HIGH, Direction.UP, 0, PRE, 1);
        counts.begin(REGULAR);
        counts.written(counts.unwritten());

        add(EventType.REVISION, Direction.UP, 0, PRE, -1);

        assertThat(counts.unwritten()).containsExactly(new SymbolCounts(PRE, 0, 0, 0));
    }

    @Test
    void tellsWhatChangedUntilItIsWrittenForCertain() {
        add(EventType.HIGH, Direction.UP, 3, PRE, 1);
        add(EventType.LOW, Direction.DOWN, 1, PRE, 1);
        List<SymbolCounts> first = counts.unwritten();
        assertThat(first).containsExactly(new SymbolCounts(PRE, 1, 0, 1), new SymbolCounts(PRE, 3, 1, 0));
        assertThat(counts.unwritten()).isEqualTo(first);

        add(EventType.HIGH, Direction.UP, 3, PRE, 1);
        counts.written(first);

        assertThat(counts.unwritten()).containsExactly(new SymbolCounts(PRE, 3, 2, 0));
        assertThat(counts.changes()).isEqualTo(3);
    }

    @Test
    void keepsToTellWhatASessionThatEndedStillHas() {
        add(EventType.HIGH, Direction.UP, 3, PRE, 1);
        counts.begin(REGULAR);
        add(EventType.HIGH, Direction.UP, 3, REGULAR, 1);

        assertThat(counts.unwritten()).containsExactly(
                new SymbolCounts(PRE, 3, 1, 0), new SymbolCounts(REGULAR, 3, 1, 0));
    }

    @Test
    void goesOnWhereASessionWasBeforeARestart() {
        counts.restore(List.of(new SymbolCounts(PRE, 0, 4, 2)));
        assertThat(counts.unwritten()).isEmpty();

        add(EventType.HIGH, Direction.UP, 0, PRE, 1);

        assertThat(counts.totalsOf(both)).isEqualTo(new SessionCounts.Totals(5, 2));
        assertThat(counts.unwritten()).containsExactly(new SymbolCounts(PRE, 0, 5, 2));
    }

    private void add(EventType type, Direction side, int symbolId, int sessionKey, int countChange) {
        counts.add(new DisplayMessage("id", type, side, symbolId, "S", sessionKey, countChange, 1, 1, 1, new byte[0]));
    }
}
