package org.tickstock.engine.detect;

import org.tickstock.engine.event.EventSink;
import org.tickstock.engine.event.PressureChange;
import org.tickstock.engine.market.Tick;

/**
 * Splits volume into buying and selling by the tick rule, in windows of ten seconds; told when a window closes.
 *
 * <p>Thread: stateless; may be shared. The state belongs to the calling lane.
 * <p>Units: micro-shares, nanoseconds UTC.
 * <p>Source: detection rules, section 4.
 */
public final class PressureDetector implements Detector {

    private static final long WINDOW_NS = 10_000_000_000L;

    @Override
    public String name() {
        return "pressure";
    }

    @Override
    public Phase phase() {
        return Phase.OBSERVE;
    }

    @Override
    public void onTick(Tick tick, SymbolState state, EventSink out) {
        TradeFlow flow = state.flow;
        long window = Math.floorDiv(tick.tsEventNs, WINDOW_NS);
        if (window != flow.pressureWindow) {
            close(state, out);
            flow.pressureWindow = window;
        }
        if (flow.pressurePriceMicros != 0 && tick.priceMicros != flow.pressurePriceMicros) {
            flow.pressureSign = Long.compare(tick.priceMicros, flow.pressurePriceMicros);
        }
        flow.pressurePriceMicros = tick.priceMicros;
        flow.pressureTrades++;
        if (flow.pressureSign > 0) {
            flow.buyMicros += state.volumeMicros();
        } else if (flow.pressureSign < 0) {
            flow.sellMicros += state.volumeMicros();
        }
    }

    private static void close(SymbolState state, EventSink out) {
        TradeFlow flow = state.flow;
        if (flow.pressureWindow != TradeFlow.NO_WINDOW && flow.pressureTrades > 0) {
            out.offer(new PressureChange(state.symbolId(), flow.pressureWindow * WINDOW_NS,
                    (flow.pressureWindow + 1) * WINDOW_NS, flow.buyMicros, flow.sellMicros,
                    flow.pressureTrades));
        }
        flow.buyMicros = 0;
        flow.sellMicros = 0;
        flow.pressureTrades = 0;
    }
}
