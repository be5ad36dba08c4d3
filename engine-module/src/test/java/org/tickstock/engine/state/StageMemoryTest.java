package org.tickstock.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StageMemoryTest {

    private final StageMemory memory = new StageMemory();

    @Test
    void takesTheFirstStageAtOnce() {
        memory.settle(1, Stage.BASING);

        assertThat(memory.changes()).containsExactly(new StageChange(1, Stage.BASING, Stage.INSUFFICIENT, 1));
    }

    @Test
    void changesOnlyAfterTwoClosesInTheSameOtherStage() {
        settle(Stage.BASING, Stage.BULLISH_TREND, Stage.BASING, Stage.BULLISH_TREND, Stage.EARLY_BULLISH);

        assertThat(memory.changes()).hasSize(1);

        memory.settle(6, Stage.EARLY_BULLISH);

        assertThat(memory.changes()).last()
                .isEqualTo(new StageChange(6, Stage.EARLY_BULLISH, Stage.BASING, 5));
    }

    @Test
    void showsWhatTheNewestCloseWouldDoWithoutKeepingIt() {
        settle(Stage.BASING, Stage.BULLISH_TREND);

        List<StageChange> preview = memory.changesWith(3, Stage.BULLISH_TREND);

        assertThat(preview).last().isEqualTo(new StageChange(3, Stage.BULLISH_TREND, Stage.BASING, 2));
        assertThat(memory.changes()).hasSize(1);
        assertThat(memory.changesWith(3, Stage.BASING)).hasSize(1);
    }

    private void settle(Stage... stages) {
        for (int day = 0; day < stages.length; day++) {
            memory.settle(day + 1, stages[day]);
        }
    }
}
