package org.tickstock.engine.bar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickstock.engine.bar.Bar.State;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SessionSpan;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeConditions;
import org.tickstock.engine.market.TradeKey;

/** Random days, disorder and all, against bars computed anew from all prints. */
class BarsAgainstReferenceTest {

    private static final long NS_PER_MS = 1_000_000L;
    private static final long MAX_DELAY_MS = 10_000;
    private static final int[] CONDITIONS = {0, 12, 15, 33, 37, 38, 14, 60};
    private static final int MESSAGES = 2_000;
    private static final int COMPARE_ONE_IN = 16;

    private final TradeConditions conditions = TradeConditions.sip();
    private final NewYorkCalendar calendar = new NewYorkCalendar();
    private final List<Print> prints = new ArrayList<>();
    private final TreeMap<Long, Bar> told = new TreeMap<>();
    private final Tick tick = new Tick();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void tellsTheBarsOfTheReference(long seed) {
        Random random = new Random(seed);
        MinuteBarBuilder builder = new MinuteBarBuilder(
                conditions, calendar, new BarSettings(MAX_DELAY_MS, 960), this::take);
        long nowMs = 1_781_096_400_000L + random.nextInt(28_800_000);
        int paceMs = seed % 2 == 0 ? 200 : 20_000;
        for (int i = 1; i <= MESSAGES; i++) {
            nowMs += random.nextInt(paceMs);
            if (random.nextInt(20) == 0) {
                takeBack(builder, random, nowMs);
            } else {
                print(builder, random, nowMs, i);
            }
            if (i % COMPARE_ONE_IN == 0) {
                compare(builder);
            }
        }
        builder.endOfDay();

        told.values().removeIf(bar -> bar.state() == State.WITHDRAWN);
        assertThat(told.values()).isNotEmpty().allSatisfy(bar -> assertThat(bar.state()).isEqualTo(State.FINAL));
        assertThat(told.values().stream().map(BarsAgainstReferenceTest::shapeOf).toList()).isEqualTo(reference());
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void admitsOfEveryBarThatIsWrongThatItIsNotExact(long seed) {
        Random random = new Random(seed);
        MinuteBarBuilder builder = new MinuteBarBuilder(
                conditions, calendar, new BarSettings(MAX_DELAY_MS, 3), bar -> told.put(bar.startNs(), bar));
        long nowMs = 1_781_098_200_000L;
        for (int i = 1; i <= MESSAGES; i++) {
            nowMs += random.nextInt(5_000);
            if (random.nextInt(10) == 0) {
                takeBack(builder, random, nowMs);
            } else {
                print(builder, random, nowMs, i);
            }
        }
        builder.endOfDay();

        Map<Long, List<Long>> expected = reference().stream().collect(Collectors.toMap(bar -> bar.get(0), bar -> bar));
        assertThat(told.values().stream().filter(bar -> bar.exact() && bar.state() == State.FINAL))
                .hasSizeGreaterThan(30)
                .allSatisfy(bar -> assertThat(shapeOf(bar)).isEqualTo(expected.get(bar.startNs())));
        assertThat(told.values()).anySatisfy(bar -> assertThat(bar.exact()).isFalse());
    }

    private void print(MinuteBarBuilder builder, Random random, long nowMs, int id) {
        long eventMs = nowMs - (random.nextInt(10) == 0 ? random.nextInt(300_000) : 0);
        long delayMs = random.nextInt(10) == 0 ? random.nextInt(1_800_000) : random.nextInt(20);
        tick.trade(0, 150_000_000 + random.nextInt(200) * 10_000L, 1_000_000L * (1 + random.nextInt(500)), bits(random),
                eventMs * NS_PER_MS, 0);
        tick.tsParticipantNs = (eventMs - delayMs) * NS_PER_MS;
        tick.tradeKey = random.nextInt(50) == 0 ? TradeKey.NONE : TradeKey.of("P", String.valueOf(id));
        if (prints.isEmpty()) {
            // Before the first key there is nothing to take back, and nothing is kept.
            tick.tradeKey = TradeKey.of("P", String.valueOf(id));
        }
        builder.onPrint(tick);
        prints.add(new Print(tick, delayMs > MAX_DELAY_MS ? tick.tsParticipantNs : tick.tsEventNs));
    }

    private void takeBack(MinuteBarBuilder builder, Random random, long nowMs) {
        if (prints.isEmpty()) {
            return;
        }
        Print print = prints.get(random.nextInt(prints.size()));
        tick.message(Tick.Kind.CANCEL, 0, nowMs * NS_PER_MS, 0);
        if (random.nextBoolean()) {
            tick.trade(0, 149_000_000 + random.nextInt(400) * 10_000L, 1_000_000L, bits(random), nowMs * NS_PER_MS, 0);
            tick.kind = Tick.Kind.CORRECTION;
        }
        tick.tradeKey = print.key;
        long unknown = builder.unknown();
        builder.onTakenBack(tick);
        if (builder.unknown() == unknown && print.key != TradeKey.NONE) {
            print.change(tick);
        }
    }

    /** What was told must be what the reference has now, but for the newest minute, which is still forming. */
    private void compare(MinuteBarBuilder builder) {
        List<List<Long>> expected = reference();
        List<List<Long>> known = new ArrayList<>(told.values().stream()
                .filter(bar -> bar.state() != State.WITHDRAWN).map(BarsAgainstReferenceTest::shapeOf).toList());
        Bar newest = builder.newest(0);
        if (newest != null && newest.state() == State.FORMING) {
            known.add(shapeOf(newest));
        }
        assertThat(known).isEqualTo(expected);
    }

    private void take(Bar bar) {
        Bar before = told.put(bar.startNs(), bar);
        assertThat(bar.exact()).isTrue();
        assertThat(bar.revision()).isEqualTo(switch (bar.state()) {
            case FORMING -> throw new AssertionError("a forming bar must not be told");
            case PROVISIONAL -> 0;
            case REVISED, WITHDRAWN -> before == null ? bar.revision() : before.revision() + 1;
            case FINAL -> before == null ? 0 : before.revision();
        });
    }

    /** Start, open, high, low, close, volume and trades of every minute that is a bar, from all prints that stand. */
    private List<List<Long>> reference() {
        TreeMap<Long, List<Print>> minutes = new TreeMap<>();
        for (Print print : prints) {
            SessionSpan span = calendar.spanAt(print.atNs);
            if (!print.isGone && span.session() != MarketSession.CLOSED) {
                minutes.computeIfAbsent(print.atNs - print.atNs % Bar.LENGTH_NS, start -> new ArrayList<>()).add(print);
            }
        }
        return minutes.entrySet().stream().map(minute -> shapeOf(minute.getKey(), minute.getValue()))
                .filter(Objects::nonNull).toList();
    }

    private List<Long> shapeOf(long startNs, List<Print> all) {
        MarketSession session = calendar.spanAt(startNs).session();
        List<Print> last = all.stream().filter(print -> conditions.mayMoveLast(print.bits, session))
                .sorted(Comparator.comparingLong(print -> print.atNs)).toList();
        List<Long> range = all.stream().filter(print -> conditions.mayMoveHighLow(print.bits, session))
                .map(print -> print.priceMicros).sorted().toList();
        List<Long> sizes = all.stream().filter(print -> conditions.addsVolume(print.bits))
                .map(print -> print.sizeMicros).toList();
        if (last.isEmpty()) {
            return null;
        }
        return List.of(startNs, last.get(0).priceMicros, range.get(range.size() - 1), range.get(0),
                last.get(last.size() - 1).priceMicros, sizes.stream().mapToLong(Long::longValue).sum(),
                (long) sizes.size());
    }

    private static List<Long> shapeOf(Bar bar) {
        return List.of(bar.startNs(), bar.openMicros(), bar.highMicros(), bar.lowMicros(), bar.closeMicros(),
                bar.volumeMicros(), (long) bar.trades());
    }

    private static long bits(Random random) {
        return random.nextInt(3) > 0 ? 0 : TradeConditions.bitOf(CONDITIONS[random.nextInt(CONDITIONS.length)]);
    }

    private static final class Print {

        private final long key;
        private final long atNs;
        private long priceMicros;
        private long sizeMicros;
        private long bits;
        private boolean isGone;

        Print(Tick tick, long atNs) {
            this.key = tick.tradeKey;
            this.atNs = atNs;
            change(tick);
        }

        void change(Tick message) {
            if (isGone) {
                return;
            }
            isGone = message.kind == Tick.Kind.CANCEL;
            priceMicros = message.priceMicros;
            sizeMicros = message.sizeMicros;
            bits = message.conditionBits;
        }
    }
}
