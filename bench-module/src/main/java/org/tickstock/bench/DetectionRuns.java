package org.tickstock.bench;

import java.util.List;
import org.tickstock.bench.baseline.PlainDetection;
import org.tickstock.bench.baseline.PlainTrade;
import org.tickstock.bench.tape.BenchTape;
import org.tickstock.engine.detect.DetectSettings;
import org.tickstock.engine.detect.LaneRouter;
import org.tickstock.engine.detect.OpenDetector;
import org.tickstock.engine.handoff.Duty;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;

/**
 * A whole tape through one detection or the other, on the calling thread.
 */
final class DetectionRuns {

    private static final int BATCH = 1_024;
    /** The product's default. */
    private static final int WHY_MEMORY_MB = 256;
    private static final List<Integer> REGULAR = List.of();
    private static final List<Integer> ODD_LOT = List.of(37);

    private DetectionRuns() {
    }

    /** The engine's rules alone. */
    static EventTally rules(BenchTape tape) {
        EventTally tally = new EventTally();
        OpenDetector detector = new OpenDetector(tape.tickers(), tally);
        Tick tick = new Tick();
        for (int trade = 0; trade < tape.size(); trade++) {
            detector.onTick(tape.fill(tick, trade));
        }
        return tally;
    }

    /** One of so many lanes, through the door and the ring; the lane's thread is its own feed. */
    static EventTally lane(BenchTape tape, int lane, int lanes) {
        return lane(tape, lane, lanes, DetectSettings.defaults().withWhyMemoryMb(0));
    }

    /** One lane that records every tick, to answer why not. */
    static EventTally recordedLane(BenchTape tape) {
        return lane(tape, 0, 1, DetectSettings.defaults().withWhyMemoryMb(WHY_MEMORY_MB));
    }

    private static EventTally lane(BenchTape tape, int lane, int lanes, DetectSettings settings) {
        EventTally tally = new EventTally();
        LaneRouter router = new LaneRouter(settings.withLanes(1), OpenDetector.fourRules(),
                SymbolTable.of(tape.tickers()), new NewYorkCalendar(), () -> 0, tally);
        Duty duty = router.lanes().get(0);
        Tick tick = new Tick();
        int waiting = 0;
        for (int trade = 0; trade < tape.size(); trade++) {
            if (lanes == 1 || tape.symbolId(trade) % lanes == lane) {
                router.onTick(tape.fill(tick, trade));
                waiting++;
                if (waiting == BATCH) {
                    duty.doWork();
                    waiting = 0;
                }
            }
        }
        duty.doWork();
        return tally;
    }

    /** The baseline: an object per trade, as a decoder would hand it over. */
    static EventTally plain(BenchTape tape) {
        EventTally tally = new EventTally();
        PlainDetection detection = new PlainDetection(new NewYorkCalendar(), event -> tally.add(event.type()));
        for (int trade = 0; trade < tape.size(); trade++) {
            detection.onTrade(plainTrade(tape, trade));
        }
        return tally;
    }

    static PlainTrade plainTrade(BenchTape tape, int trade) {
        return new PlainTrade(tape.ticker(trade), tape.priceMicros(trade), tape.shares(trade),
                tape.conditionBits(trade) == 0 ? REGULAR : ODD_LOT, tape.tsEventNs(trade));
    }
}
