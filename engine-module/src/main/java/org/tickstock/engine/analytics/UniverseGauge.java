package org.tickstock.engine.analytics;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Reads one universe's windows into gauges, one window after the other, each once.
 *
 * <p>The averages are over windows of time, the newest included; a window without trades counts as 0. Everything starts
 * anew with a market session: make a new one.
 * <p>Thread: the caller's, one at a time.
 * <p>Source: pipeline, section 10.2.
 */
public final class UniverseGauge {

    private static final double ALPHA = 0.3;
    private static final double VERTICAL_ALPHA = 0.2;
    private static final double LARGEST_ALPHA = 0.8;
    private static final int WINDOWS_60_S = 6;
    private static final int WINDOWS_300_S = 30;
    private static final int WINDOWS_BEFORE = 4;
    private static final double HUNDRED = 100;

    private final int symbols;
    private final double marketShare;
    private final Deque<WindowSums> recent = new ArrayDeque<>();

    private GaugeReading newest;

    /** A gauge of so many symbols of a market that has {@code marketSymbols}. */
    public UniverseGauge(int symbols, int marketSymbols) {
        this.symbols = symbols;
        this.marketShare = marketSymbols == 0 ? 0 : (double) symbols / marketSymbols;
    }

    /** The reading after the last window; null before the first. */
    public GaugeReading newest() {
        return newest;
    }

    /** Reads the next window. */
    public GaugeReading add(WindowSums window) {
        ActivityLevel level = ActivityLevel.of(window.activity(), last(WINDOWS_BEFORE).stream()
                .map(WindowSums::activity).toList(), marketShare);
        recent.addLast(window);
        if (recent.size() > WINDOWS_300_S) {
            recent.removeFirst();
        }
        long busiest = Math.max(window.activity(), newest == null ? 0 : newest.busiestActivity());
        double weight = busiest == 0 ? 0 : (double) window.activity() / busiest;
        double verticalAlpha = Math.min(VERTICAL_ALPHA * (1 + weight), LARGEST_ALPHA);
        List<WindowSums> minute = last(WINDOWS_60_S);
        double perMinute = minute.stream().mapToLong(WindowSums::trades).sum() * (double) WINDOWS_60_S / minute.size();
        newest = new GaugeReading(window, symbols,
                blend(ALPHA, window.netScore(), newest == null ? null : newest.gauge()),
                blend(verticalAlpha, window.netScore(), newest == null ? null : newest.vertical()),
                verticalAlpha, weight, busiest,
                blend(ALPHA, window.buyingPct(), newest == null ? null : newest.buyingPct()),
                meanNet(minute), meanNet(last(WINDOWS_300_S)),
                minute.stream().mapToLong(WindowSums::activity).average().orElse(0),
                level, perMinute, TradeTempo.of(symbols == 0 ? 0 : perMinute * HUNDRED / symbols),
                newest == null ? 1 : newest.windows() + 1);
        return newest;
    }

    private List<WindowSums> last(int windows) {
        return recent.stream().skip(Math.max(0, recent.size() - windows)).toList();
    }

    private static double meanNet(List<WindowSums> windows) {
        return windows.stream().mapToDouble(WindowSums::netScore).average().orElse(0);
    }

    private static double blend(double alpha, double value, Double before) {
        return before == null ? value : alpha * value + (1 - alpha) * before;
    }
}
