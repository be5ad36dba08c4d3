package org.tickstock.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeedPaceTest {

    private static final long S = 1_000_000_000L;
    private static final long HOUR = 3_600 * S;

    private final FeedPace pace = new FeedPace(1);

    @Test
    void goesOnWhenTheClockIsPutBack() {
        pace.onTape(0, 5 * HOUR);
        pace.onTick(10 * S, 5 * HOUR + S);
        assertThat(pace.isDue(10 * S, 5 * HOUR + 2 * S)).isFalse();

        assertThat(pace.isDue(10 * S, 4 * HOUR + 2 * S)).isFalse();

        assertThat(pace.isDue(10 * S, 4 * HOUR + 10 * S)).isTrue();
    }

    @Test
    void goesOnWhenTheClockIsPutForward() {
        pace.onTape(0, 5 * HOUR);

        assertThat(pace.isDue(10 * S, 6 * HOUR)).isTrue();

        pace.onTick(20 * S, 6 * HOUR);
        assertThat(pace.isDue(20 * S, 6 * HOUR)).isTrue();

        pace.onTick(30 * S, 6 * HOUR + S);
        assertThat(pace.isDue(30 * S, 6 * HOUR + S)).isFalse();
        assertThat(pace.isDue(30 * S, 6 * HOUR + 10 * S)).isTrue();
    }
}
