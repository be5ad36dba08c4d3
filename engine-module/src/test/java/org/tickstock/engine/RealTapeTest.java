package org.tickstock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tickstock.engine.feed.ReplayFeed;
import org.tickstock.engine.feed.ReplaySettings;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.time.SystemEpochClock;

/** A real day, where its tape is at hand: 620,759 trades of SPY, BAC and AIG. */
@Timeout(120)
class RealTapeTest {

    @Test
    void givesTheSameEventsWithOneTwoAndFourLanes() {
        TapeRun one = play(1);

        assertThat(one.events()).isNotEmpty();
        assertThat(play(2).sha256()).isEqualTo(one.sha256());
        assertThat(play(4).sha256()).isEqualTo(one.sha256());
    }

    @Test
    void balancesTheLedgerToTheLastTick() {
        PipelineStatus status = play(2).pipeline().status();

        assertThat(status.balanced()).isTrue();
        assertThat(status.stage("feed").in()).isEqualTo(620_759);
        assertThat(status.stages()).allSatisfy(stage -> assertThat(stage.inFlight()).isZero());
        assertThat(status.stage("prioritize").refused()).isEmpty();
        assertThat(status.stage("collect").out())
                .isEqualTo(status.events().values().stream().mapToLong(Long::longValue).sum());
    }

    private static TapeRun play(int lanes) {
        Path tape = SharedData.require("tape/2013-10-08.csv.gz");
        SymbolTable symbols = SymbolTable.of(List.of("SPY", "BAC", "AIG"));
        ReplaySettings settings = new ReplaySettings(List.of(tape), ReplaySettings.MAX_SPEED);
        return TapeRun.play(new ReplayFeed(settings, symbols, new SystemEpochClock()), symbols, lanes);
    }
}
