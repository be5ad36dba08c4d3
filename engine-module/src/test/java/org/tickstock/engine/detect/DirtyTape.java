package org.tickstock.engine.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeConditions;

/**
 * Makes tapes of one symbol that hold everything a market's tape can get wrong: late and out-of-order reports, trades
 * that come twice, cancels, corrections, halts, price bands, bad prints, odd lots, Form T. The same seed always makes
 * the same tape.
 */
final class DirtyTape {

    private static final long NS_PER_MS = 1_000_000L;
    private static final int[] ODD = {37, 12, 2, 33, 38, 15, 61};

    private final Random random;
    private final List<Tick> ticks = new ArrayList<>();
    private final List<Tick> trades = new ArrayList<>();
    private long ns;
    private double price = 50;
    private int halted;

    private DirtyTape(long seed) {
        this.random = new Random(seed);
    }

    /** A tape from {@code startNs} on, about {@code count} messages. */
    static List<Tick> of(long seed, long startNs, int count) {
        DirtyTape tape = new DirtyTape(seed);
        tape.ns = startNs;
        while (tape.ticks.size() < count) {
            tape.step();
        }
        return tape.ticks;
    }

    private void step() {
        ns += random.nextInt(4_000) * NS_PER_MS;
        price = Math.max(1, price * (1 + random.nextGaussian() * 0.0008));
        if (halted > 0 && --halted == 0) {
            message(Tick.Kind.RESUME);
        }
        switch (random.nextInt(60)) {
            case 0, 1 -> takeBack(Tick.Kind.CANCEL);
            case 2, 3 -> takeBack(Tick.Kind.CORRECTION);
            case 4 -> again();
            case 5 -> halt();
            case 6 -> band();
            case 7, 8 -> trade(price * (random.nextBoolean() ? 3 : 0.2), 0, 0);
            case 9, 10 -> trade(price * (1 + random.nextGaussian() * 0.02), 0, 11_000 + random.nextInt(60_000));
            case 11, 12 -> outOfOrder();
            case 13, 14, 15 -> trade(price * (1 + random.nextGaussian() * 0.02), ODD[random.nextInt(ODD.length)], 0);
            default -> trade(price, 0, random.nextInt(3) == 0 ? random.nextInt(10_000) : 0);
        }
    }

    private void trade(double usd, int condition, long delayMs) {
        add(usd, condition, ns, delayMs);
    }

    private void outOfOrder() {
        add(price * (1 + random.nextGaussian() * 0.02), 0, ns - (1 + random.nextInt(20_000)) * NS_PER_MS, 0);
    }

    private void add(double usd, int condition, long atNs, long delayMs) {
        long bits = condition == 0 ? 0 : TradeConditions.bitOf(condition);
        Tick tick = new Tick().trade(0, Math.round(usd * 100) * 10_000, (1 + random.nextInt(900)) * 1_000_000L, bits,
                atNs, atNs);
        tick.tradeKey = trades.size() + 1;
        tick.tsParticipantNs = delayMs == 0 ? 0 : atNs - delayMs * NS_PER_MS;
        trades.add(tick);
        ticks.add(tick);
    }

    /** Mostly of a late trade, often of one at an extreme, sometimes of none there ever was. */
    private void takeBack(Tick.Kind kind) {
        if (trades.isEmpty()) {
            return;
        }
        Tick of = trades.get(Math.max(0, trades.size() - 1 - random.nextInt(random.nextInt(4) == 0 ? 400 : 15)));
        Tick message = new Tick().message(kind, 0, ns, ns);
        message.tradeKey = random.nextInt(20) == 0 ? 1_000_000 + trades.size() : of.tradeKey;
        if (kind == Tick.Kind.CORRECTION) {
            long right = Math.max(10_000, of.priceMicros + (random.nextInt(41) - 20) * 10_000L);
            message.priceMicros = right;
            message.highMicros = right;
            message.lowMicros = right;
            message.sizeMicros = (1 + random.nextInt(900)) * 1_000_000L;
            message.conditionBits = random.nextInt(4) == 0 ? TradeConditions.bitOf(37) : 0;
        }
        ticks.add(message);
    }

    private void again() {
        if (!trades.isEmpty()) {
            Tick copy = new Tick();
            copy.copyFrom(trades.get(trades.size() - 1));
            ticks.add(copy);
        }
    }

    private void halt() {
        message(Tick.Kind.HALT);
        halted = 1 + random.nextInt(8);
    }

    private void band() {
        Tick band = message(Tick.Kind.PRICE_BAND);
        band.lowMicros = Math.round(price * 98) * 10_000;
        band.highMicros = Math.round(price * 102) * 10_000;
    }

    private Tick message(Tick.Kind kind) {
        Tick message = new Tick().message(kind, 0, ns, ns);
        ticks.add(message);
        return message;
    }
}
