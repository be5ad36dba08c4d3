package org.tickstock.bench;

import java.util.ArrayList;
import java.util.List;
import org.tickstock.bench.tape.BenchTape;
import org.tickstock.engine.detect.OpenDetector;
import org.tickstock.engine.event.DisplayEvent;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.market.Tick;

/** Events as a tape raises them, to measure with what comes after detection. */
final class SampleEvents {

    private static final long SEED = 42;
    private static final int TRADES = 300_000;
    private static final int SYMBOLS = 200;

    private final List<DisplayEvent> events = new ArrayList<>();

    private SampleEvents() {
    }

    /** The last so many events of these types on the usual tape, in its order. */
    static List<DisplayEvent> of(int count, EventType... types) {
        SampleEvents sample = new SampleEvents();
        sample.collect(List.of(types));
        int size = sample.events.size();
        if (size < count) {
            throw new IllegalStateException("a tape must raise " + count + " events, was " + size);
        }
        return List.copyOf(sample.events.subList(size - count, size));
    }

    private void collect(List<EventType> types) {
        BenchTape tape = BenchTape.of(TRADES, SYMBOLS, SEED);
        OpenDetector detector = new OpenDetector(tape.tickers(), event -> {
            if (types.contains(event.type())) {
                events.add((DisplayEvent) event);
            }
            return true;
        });
        Tick tick = new Tick();
        for (int trade = 0; trade < tape.size(); trade++) {
            detector.onTick(tape.fill(tick, trade));
        }
    }
}
