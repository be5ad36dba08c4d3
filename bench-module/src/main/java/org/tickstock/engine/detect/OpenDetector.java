package org.tickstock.engine.detect;

import java.util.List;
import org.tickstock.engine.event.EventSink;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.Tick;

/**
 * All rules over one tick, as a lane runs them, without the lane.
 *
 * <p>Thread: belongs to one.
 */
public final class OpenDetector {

    private final EventDetector rules;
    private final SymbolState[] states;
    private final List<String> tickers;
    private final EventSink sink;

    /** The four rules with their usual thresholds over these symbols, raising into {@code sink}. */
    public OpenDetector(List<String> tickers, EventSink sink) {
        this.rules = new EventDetector(fourRules(), DetectSettings.defaults(), new NewYorkCalendar(), () -> 0,
                LaneObserver.NONE);
        this.states = new SymbolState[tickers.size()];
        this.tickers = tickers;
        this.sink = sink;
    }

    /** The four rules with their usual thresholds. */
    public static List<Detector> fourRules() {
        return List.of(new HighLowDetector(HighLowThresholds.defaults()), new TrendDetector(TrendThresholds.defaults()),
                new SurgeDetector(SurgeThresholds.defaults()), new PressureDetector());
    }

    /** Works on one tick. */
    public Verdict onTick(Tick tick) {
        SymbolState state = states[tick.symbolId];
        if (state == null) {
            state = new SymbolState(tick.symbolId, tickers.get(tick.symbolId));
            states[tick.symbolId] = state;
        }
        return rules.onTick(tick, state, sink);
    }
}
