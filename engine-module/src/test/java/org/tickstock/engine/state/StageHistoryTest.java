package org.tickstock.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickstock.engine.state.Stage.BASING;
import static org.tickstock.engine.state.Stage.BULLISH_TREND;
import static org.tickstock.engine.state.Stage.EARLY_BULLISH;
import static org.tickstock.engine.state.Stage.INSUFFICIENT;

import java.util.List;
import org.junit.jupiter.api.Test;

class StageHistoryTest {

    @Test
    void takesEverythingWhereNothingWasWritten() {
        List<StageChange> computed = List.of(first(100, BASING), change(120, EARLY_BULLISH, BASING));

        assertThat(StageHistory.joined(List.of(), computed)).isEqualTo(computed);
        assertThat(StageHistory.joined(computed, List.of())).isEqualTo(computed);
        assertThat(StageHistory.joined(computed, computed)).isEqualTo(computed);
    }

    @Test
    void goesOnBehindWhatWasWrittenWhenBarsBeginLater() {
        List<StageChange> written = List.of(first(100, BASING), change(120, EARLY_BULLISH, BASING));
        List<StageChange> computed = List.of(first(140, EARLY_BULLISH), change(150, BULLISH_TREND, EARLY_BULLISH));

        assertThat(StageHistory.joined(written, computed))
                .containsExactly(written.get(0), written.get(1), computed.get(1));
    }

    @Test
    void isNotMisledByTheFirstBarThatHappensToLookLikeAnotherStage() {
        List<StageChange> written = List.of(first(100, BASING));
        List<StageChange> computed = List.of(first(140, EARLY_BULLISH), change(142, BASING, EARLY_BULLISH),
                change(160, BULLISH_TREND, BASING));

        assertThat(StageHistory.joined(written, computed)).containsExactly(written.get(0), computed.get(2));
    }

    @Test
    void putsRightWhatCorrectedBarsShowOtherwiseOnceTheyHaveSettled() {
        List<StageChange> written = List.of(first(100, BASING), change(180, EARLY_BULLISH, BASING),
                change(190, BULLISH_TREND, EARLY_BULLISH));
        List<StageChange> computed = List.of(first(140, BASING), change(180, BULLISH_TREND, BASING));

        assertThat(StageHistory.joined(written, computed)).containsExactly(written.get(0), computed.get(1));
    }

    private static StageChange first(int day, Stage stage) {
        return new StageChange(day, stage, INSUFFICIENT, day);
    }

    private static StageChange change(int day, Stage stage, Stage before) {
        return new StageChange(day, stage, before, day - 1);
    }
}
