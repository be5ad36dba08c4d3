package org.tickstock.engine.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Bars for tests: a random walk from a seed, with gaps, still stretches and bars without a range. */
final class BarTape {

    private BarTape() {
    }

    static List<PriceBar> walk(long seed, int bars) {
        Random random = new Random(seed);
        List<PriceBar> tape = new ArrayList<>();
        double close = 50;
        for (int bar = 0; bar < bars; bar++) {
            double open = Math.max(1, close + (random.nextInt(10) == 0 ? random.nextGaussian() : 0));
            close = Math.max(1, open + random.nextGaussian() * 0.8);
            double high = Math.max(open, close) + Math.abs(random.nextGaussian()) * 0.3;
            double low = Math.min(open, close) - Math.min(0.9, Math.abs(random.nextGaussian()) * 0.3);
            tape.add(new PriceBar(open, high, low, close, 1_000 + random.nextInt(100_000)));
        }
        return tape;
    }

    static PriceBar flat(double price) {
        return new PriceBar(price, price, price, price, 100);
    }
}
