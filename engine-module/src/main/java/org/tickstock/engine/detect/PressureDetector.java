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
        PressureState pressure = state.pressure;
        long window = Math.floorDiv(tick.tsEventNs, WINDOW_NS);
        if (window != pressure.window) {
            close(state, out);
            pressure.window = window;
        }
        if (pressure.lastPriceMicros != 0 && tick.priceMicros != pressure.lastPriceMicros) {
            pressure.lastSign = Long.compare(tick.priceMicros, pressure.lastPriceMicros);
        }
        pressure.lastPriceMicros = tick.priceMicros;
        if (pressure.lastSign > 0) {
            pressure.buyMicros += state.volumeMicros();
        } else if (pressure.lastSign < 0) {
            pressure.sellMicros += state.volumeMicros();
        }
    }

    private static void close(SymbolState state, EventSink out) {
        PressureState pressure = state.pressure;
        if (pressure.window != PressureState.NONE && pressure.buyMicros + pressure.sellMicros > 0) {
            out.offer(new PressureChange(state.symbolId(), pressure.window * WINDOW_NS,
                    (pressure.window + 1) * WINDOW_NS, pressure.buyMicros, pressure.sellMicros));
        }
        pressure.buyMicros = 0;
        pressure.sellMicros = 0;
    }
}
