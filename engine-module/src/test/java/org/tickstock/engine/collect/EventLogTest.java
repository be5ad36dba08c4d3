package org.tickstock.engine.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.TestMessages;
import org.tickstock.engine.event.DisplayMessage;

class EventLogTest {

    private final EventLog log = new EventLog(new EventLogSettings(10, 4), 77);

    @Test
    void findsAnEventByItsIdWhileItHoldsIt() {
        for (int i = 1; i <= 12; i++) {
            log.append(TestMessages.high(1, i));
        }
        String held = TestMessages.high(1, 3).id();

        assertThat(log.find(held)).get().extracting(LoggedEvent::offset).isEqualTo(3L);
        assertThat(log.find(TestMessages.high(1, 2).id())).isEmpty();
        assertThat(log.find("nothing")).isEmpty();
    }

    @Test
    void countsOffsetsFromOne() {
        assertThat(log.append(TestMessages.high(1, 1))).isEqualTo(1);
        assertThat(log.append(TestMessages.high(1, 2))).isEqualTo(2);
        assertThat(log.status()).isEqualTo(new EventLogStatus(77, 1, 2, 10));
    }

    @Test
    void takesNothingOutWhenItIsRead() {
        log.append(TestMessages.high(1, 1));

        assertThat(log.read(0).messages()).hasSize(1);
        assertThat(log.read(0).messages()).hasSize(1);
        assertThat(log.read(1).isEmpty()).isTrue();
    }

    @Test
    void givesAtMostSoManyOfOneTypeInOnePullAndTheRestWithTheNext() {
        append(6);

        EventBatch first = log.read(0);
        EventBatch second = log.read(first.to());

        assertThat(ordinals(first)).containsExactly(1, 2, 3, 4);
        assertThat(ordinals(second)).containsExactly(5, 6);
        assertThat(second.to()).isEqualTo(6);
    }

    @Test
    void tellsTheExactGapToAReaderThatComesTooLate() {
        append(14);

        EventBatch batch = log.read(2);

        assertThat(batch.gap()).isEqualTo(new Gap(3, 4, Gap.LEFT_LOG));
        assertThat(batch.firstOffset()).isEqualTo(5);
        assertThat(ordinals(batch)).containsExactly(5, 6, 7, 8);
    }

    @Test
    void tellsNoGapToAReaderThatStandsAtTheOldestEvent() {
        append(14);

        assertThat(log.read(4).gap()).isNull();
    }

    @Test
    void answersAReaderAheadOfItWithNothing() {
        append(2);

        EventBatch batch = log.read(99);

        assertThat(batch.isEmpty()).isTrue();
        assertThat(batch.to()).isEqualTo(2);
    }

    @Test
    void rewindsToTheLastEventsThatMatch() {
        log.append(TestMessages.high(1, 1));
        log.append(TestMessages.high(2, 2));
        log.append(TestMessages.high(1, 3));
        log.append(TestMessages.high(2, 4));

        assertThat(log.rewind(1, message -> message.symbolId() == 1)).isEqualTo(2);
        assertThat(log.rewind(2, message -> message.symbolId() == 1)).isEqualTo(0);
        assertThat(log.rewind(9, message -> true)).isEqualTo(0);
    }

    @Test
    void refusesACapacityOfNothing() {
        assertThatThrownBy(() -> new EventLogSettings(0, 1))
                .hasMessage("tickstock.collect.log-capacity must be > 0, was 0");
    }

    @Test
    void showsAReaderEveryEventOrItsGapWhileTheWriterRunsOn() {
        EventLog busy = new EventLog(new EventLogSettings(64, 1_000), 1);
        int events = 200_000;
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (int i = 1; i <= events; i++) {
                busy.append(TestMessages.high(1, i));
            }
        });

        long after = 0;
        long seen = 0;
        long missed = 0;
        List<String> wrong = new ArrayList<>();
        while (after < events) {
            EventBatch batch = busy.read(after);
            missed += batch.gap() == null ? 0 : batch.gap().to() - batch.gap().from() + 1;
            long offset = batch.firstOffset();
            for (DisplayMessage message : batch.messages()) {
                if (message.ordinal() != offset) {
                    wrong.add(offset + " held " + message.ordinal());
                }
                offset++;
                seen++;
            }
            after = batch.to();
        }
        writer.join();

        assertThat(wrong).isEmpty();
        assertThat(seen + missed).isEqualTo(events);
    }

    private void append(int count) {
        for (int i = 1; i <= count; i++) {
            log.append(TestMessages.high(1, i));
        }
    }

    private static List<Integer> ordinals(EventBatch batch) {
        return batch.messages().stream().map(DisplayMessage::ordinal).toList();
    }
}
