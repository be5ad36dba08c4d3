package org.tickstock.engine.prioritize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tickstock.engine.TestEvents;
import org.tickstock.engine.event.ControlEvent;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.event.MarketEvent;
import org.tickstock.engine.event.Priority;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.SessionCalendar;
import org.tickstock.engine.market.SessionSpan;
import org.tickstock.engine.trace.Tracer;

@Timeout(20)
class EventPriorityQueueTest {

    private static final long OPEN_MS = 1_381_239_000_000L;
    private static final long NS_PER_MS = 1_000_000L;

    private final SessionCalendar calendar = ts ->
            new SessionSpan(TestEvents.TRADE_DAY, MarketSession.REGULAR, OPEN_MS * NS_PER_MS, Long.MAX_VALUE);
    private final AtomicLong nowNs = new AtomicLong();

    @Test
    void servesTheMostUrgentFirstAndEachClassInOrder() {
        EventPriorityQueue queue = queue(100, false);
        queue.offer(TestEvents.trend("A", 1, OPEN_MS));
        queue.offer(TestEvents.high("A", 2, OPEN_MS));
        queue.offer(TestEvents.high("B", 1, OPEN_MS));
        queue.offer(TestEvents.surge("A", 3, OPEN_MS));
        queue.offer(control());

        assertThat(poll(queue, 10)).extracting(MarketEvent::type).containsExactly(
                EventType.SESSION, EventType.SURGE, EventType.HIGH, EventType.HIGH, EventType.TREND);
    }

    @Test
    void ranksAnIndexFundsEventUrgentInTheFirstHalfHourOnly() {
        PriorityRules rules = new PriorityRules(PrioritySettings.defaults(), calendar);

        assertThat(rules.priorityOf(TestEvents.trend("SPY", 1, OPEN_MS + 1_799_999))).isEqualTo(Priority.P1_URGENT);
        assertThat(rules.priorityOf(TestEvents.trend("SPY", 1, OPEN_MS + 1_800_000))).isEqualTo(Priority.P3_TREND);
        assertThat(rules.priorityOf(TestEvents.trend("BAC", 1, OPEN_MS))).isEqualTo(Priority.P3_TREND);
    }

    @Test
    void servesTheLowestClassAtLeastOnceInSixteen() {
        EventPriorityQueue queue = queue(100, false);
        queue.offer(TestEvents.trend("A", 1, OPEN_MS));
        for (int i = 0; i < 50; i++) {
            queue.offer(TestEvents.surge("B", i + 1, OPEN_MS));
        }

        assertThat(poll(queue, 16)).extracting(MarketEvent::type).contains(EventType.TREND);
    }

    @Test
    void shedsTheOldestOfTheLowestClassWhenItIsFullAndCountsIt() {
        EventPriorityQueue queue = queue(16, false);
        for (int i = 0; i < 16; i++) {
            queue.offer(TestEvents.trend("A", i + 1, OPEN_MS));
        }

        boolean taken = queue.offer(TestEvents.high("A", 17, OPEN_MS));

        assertThat(taken).isTrue();
        assertThat(queue.status().refused()).isEqualTo(Map.of(EventType.TREND, Map.of("shed", 1L)));
        assertBalanced(queue.status());
    }

    @Test
    void refusesAnEventOfTheLowestClassWhenItIsFullOfNoneLower() {
        EventPriorityQueue queue = queue(16, false);
        for (int i = 0; i < 16; i++) {
            queue.offer(TestEvents.high("A", i + 1, OPEN_MS));
        }

        assertThat(queue.offer(TestEvents.trend("A", 17, OPEN_MS))).isFalse();
        assertBalanced(queue.status());
    }

    @Test
    void makesAnUrgentEventWaitRatherThanRefuseIt() throws Exception {
        EventPriorityQueue queue = queue(16, false);
        for (int i = 0; i < 16; i++) {
            queue.offer(TestEvents.surge("A", i + 1, OPEN_MS));
        }
        CompletableFuture<Boolean> late =
                CompletableFuture.supplyAsync(() -> queue.offer(TestEvents.surge("A", 17, OPEN_MS)));
        while (queue.status().totalOffered() < 17) {
            Thread.onSpinWait();
        }

        poll(queue, 1);

        assertThat(late.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(queue.status().refused()).isEmpty();
    }

    @Test
    void makesEveryEventOfATapeWaitRatherThanRefuseIt() throws Exception {
        EventPriorityQueue queue = queue(16, true);
        CompletableFuture<Void> lane = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 500; i++) {
                queue.offer(TestEvents.trend("A", i + 1, OPEN_MS));
            }
        });

        List<QueuedEvent> all = new ArrayList<>();
        while (all.size() < 500) {
            queue.poll(all, 7);
        }

        lane.get(10, TimeUnit.SECONDS);
        assertThat(queue.status().refused()).isEmpty();
        assertThat(queue.status().totalTaken()).isEqualTo(500);
    }

    @Test
    void letsWaitingLanesGoWhenItCloses() throws Exception {
        EventPriorityQueue queue = queue(16, true);
        CompletableFuture<Boolean> lane = CompletableFuture.supplyAsync(() -> {
            boolean taken = true;
            while (taken) {
                taken = queue.offer(TestEvents.trend("A", 1, OPEN_MS));
            }
            return taken;
        });
        while (queue.status().totalOffered() < 17) {
            Thread.onSpinWait();
        }

        queue.close();

        assertThat(lane.get(10, TimeUnit.SECONDS)).isFalse();
        assertBalanced(queue.status());
    }

    @Test
    void tellsTheClassOfAnEventAndSinceWhenItWaits() {
        EventPriorityQueue queue = queue(16, false);
        nowNs.set(300);
        queue.offer(TestEvents.surge("A", 1, OPEN_MS));
        nowNs.set(500);

        List<QueuedEvent> events = new ArrayList<>();
        queue.poll(events, 1);

        assertThat(events.get(0).priority()).isEqualTo(Priority.P1_URGENT);
        assertThat(events.get(0).queuedNs()).isEqualTo(300);
    }

    @Test
    void tellsHowLongTheOldestHasBeenWaiting() {
        EventPriorityQueue queue = queue(16, false);
        queue.offer(TestEvents.trend("A", 1, OPEN_MS));
        nowNs.set(300);

        assertThat(queue.status().oldestWaitNs()).isEqualTo(300);
        assertThat(queue.status().totalDepth()).isEqualTo(1);
    }

    private EventPriorityQueue queue(int capacity, boolean wait) {
        PrioritySettings settings = new PrioritySettings(capacity, wait, List.of(), List.of());
        return new EventPriorityQueue(settings, new PriorityRules(settings, calendar), nowNs::get, Tracer.off());
    }

    private static ControlEvent control() {
        return new ControlEvent(TestEvents.TRADE_DAY, MarketSession.PRE, MarketSession.REGULAR, OPEN_MS * NS_PER_MS);
    }

    private static List<MarketEvent> poll(EventPriorityQueue queue, int max) {
        List<QueuedEvent> events = new ArrayList<>();
        queue.poll(events, max);
        return events.stream().map(QueuedEvent::event).toList();
    }

    private static void assertBalanced(QueueStatus status) {
        long refused = status.refused().values().stream().flatMap(reasons -> reasons.values().stream())
                .mapToLong(Long::longValue).sum();
        assertThat(status.totalOffered()).isEqualTo(status.totalTaken() + refused + status.totalDepth());
    }
}
