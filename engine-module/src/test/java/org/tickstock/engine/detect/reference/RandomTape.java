package org.tickstock.engine.detect.reference;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeConditions;

/**
 * Makes tapes that visit every corner of the rules: price bands, drifts, bursts, lulls, gaps, session boundaries, odd
 * conditions, aggregates, fractional and zero sizes. The same seed always makes the same tape.
 */
public final class RandomTape {

    private static final long NS_PER_S = 1_000_000_000L;
    private static final LocalDate DAY = LocalDate.of(2013, 10, 8);
    private static final String[] STARTS = {"08:50", "09:16", "12:00", "15:12", "15:45", "19:40"};
    private static final double[] PRICES = {0.42, 0.97, 1.02, 3.2, 4.98, 14, 24.9, 61, 99.8, 151, 640, 70_000};
    private static final int[] ODD_CONDITIONS = {2, 12, 13, 14, 15, 37, 38, 38};

    private static final int[] BURST_SHARES = {100, 500, 2_000, 20_000};

    private enum Mood { QUIET, DRIFT, BURST, SPARSE, GAP }

    private final Random random;
    private final int symbolId;
    private final long tickMicros;
    private final boolean carriesDayFigures;
    private final List<Tick> ticks = new ArrayList<>();
    private long ns;
    private double price;
    private double drift;
    private int mostShares = 500;
    private Mood mood = Mood.QUIET;
    private long moodEndsNs;

    private RandomTape(long seed, int symbolId) {
        this.random = new Random(seed * 1_000 + symbolId);
        this.symbolId = symbolId;
        this.price = PRICES[random.nextInt(PRICES.length)] * (0.98 + random.nextDouble() * 0.04);
        this.tickMicros = price < 0.9 ? 100 : 10_000;
        this.carriesDayFigures = random.nextInt(5) == 0;
        beginDay(DAY);
    }

    private void beginDay(LocalDate day) {
        LocalTime start = LocalTime.parse(STARTS[random.nextInt(STARTS.length)]);
        ns = day.atTime(start).atZone(NewYorkCalendar.NEW_YORK).toEpochSecond() * NS_PER_S;
        moodEndsNs = ns;
    }

    /** A tape of several symbols, numbered from 0, in time order. */
    public static List<Tick> of(long seed, int symbols, int ticksEach) {
        List<Tick> all = new ArrayList<>();
        for (int symbol = 0; symbol < symbols; symbol++) {
            all.addAll(new RandomTape(seed, symbol).make(ticksEach));
        }
        all.sort(Comparator.comparingLong(tick -> tick.tsEventNs));
        return all;
    }

    private List<Tick> make(int count) {
        int lastOfDay = random.nextInt(4) == 0 ? count / 2 : count;
        while (ticks.size() < count) {
            if (ticks.size() == lastOfDay) {
                beginDay(DAY.plusDays(1));
            }
            if (ns >= moodEndsNs) {
                changeMood();
            }
            ns += pauseNs();
            move();
            add();
        }
        return ticks;
    }

    private void changeMood() {
        int draw = random.nextInt(30);
        mood = draw < 9 ? Mood.QUIET : draw < 19 ? Mood.DRIFT : draw < 26 ? Mood.BURST
                : draw < 29 ? Mood.SPARSE : Mood.GAP;
        long seconds = switch (mood) {
            case BURST -> 1 + random.nextInt(12);
            case GAP -> 1;
            default -> 20 + random.nextInt(400);
        };
        moodEndsNs = ns + seconds * NS_PER_S;
        mostShares = mood == Mood.BURST ? BURST_SHARES[random.nextInt(BURST_SHARES.length)] : 500;
        drift = (random.nextBoolean() ? 1 : -1) * (0.00001 + random.nextDouble() * 0.0001);
    }

    private long pauseNs() {
        double seconds = switch (mood) {
            case QUIET -> random.nextDouble() * 5;
            case DRIFT -> random.nextDouble() * 3;
            case BURST -> random.nextDouble() * random.nextDouble() * 0.4;
            case SPARSE -> random.nextDouble() * 45;
            case GAP -> 100 + random.nextDouble() * 100;
        };
        // whole milliseconds often, so that times coincide with each other and with boundaries
        long pause = (long) (seconds * NS_PER_S);
        return random.nextInt(4) == 0 ? pause : (pause / 500_000_000) * 500_000_000 - (ns % 500_000_000) % 1_000;
    }

    private void move() {
        double step = switch (mood) {
            case DRIFT -> drift + random.nextGaussian() * 0.0002;
            case BURST -> drift * 30 + random.nextGaussian() * 0.0003;
            case GAP -> random.nextGaussian() * 0.03;
            default -> random.nextGaussian() * 0.0002;
        };
        price = Math.max(0.05, price * (1 + step));
    }

    private void add() {
        long priceMicros = Math.max(1, Math.round(price * 1e6 / tickMicros)) * tickMicros;
        long shares = 1 + random.nextInt(mostShares);
        long size = switch (random.nextInt(30)) {
            case 0 -> 0;
            case 1 -> shares * 1_000_000 + random.nextInt(1_000_000);
            default -> shares * 1_000_000;
        };
        long bits = random.nextInt(15) == 0
                ? TradeConditions.bitOf(ODD_CONDITIONS[random.nextInt(ODD_CONDITIONS.length)]) : 0;
        Tick tick = new Tick().trade(symbolId, priceMicros, size, bits, Math.max(ns, lastNs()), ns + 1_234_567);
        if (bits == 0 && random.nextInt(12) == 0) {
            tick.kind = Tick.Kind.AGGREGATE;
            tick.highMicros += random.nextInt(4) * tickMicros;
            tick.lowMicros = Math.max(tickMicros, tick.lowMicros - random.nextInt(4) * tickMicros);
        }
        if (carriesDayFigures && random.nextInt(3) == 0) {
            tick.officialOpenMicros = 50 * tickMicros + priceMicros / 1_000_000 * 1_000_000;
            tick.dayVwapMicros = Math.round(priceMicros * (0.999 + random.nextDouble() * 0.002));
        }
        ticks.add(tick);
    }

    private long lastNs() {
        return ticks.isEmpty() ? 0 : ticks.get(ticks.size() - 1).tsEventNs;
    }
}
