package org.tickstock.web.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.tickstock.app.json.JsonFactory.JSON;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.state.MarketStateView;

class StateAnswersTest {

    private final StateAnswers answers = new StateAnswers();
    private final AtomicInteger written = new AtomicInteger();

    @Test
    void whatWasAskedOfAViewIsWrittenOnce() {
        MarketStateView view = SampleMarket.view();

        String first = answers.of(view, List.of("stages"), this::next);
        String second = answers.of(view, List.of("stages"), this::next);

        assertEquals("{\"answer\":1}", first);
        assertSame(first, second);
    }

    @Test
    void anotherQuestionIsAnotherAnswer() {
        MarketStateView view = SampleMarket.view();

        answers.of(view, List.of("rankings", 50), this::next);
        String other = answers.of(view, List.of("rankings", 51), this::next);

        assertEquals("{\"answer\":2}", other);
    }

    @Test
    void anAnswerOfTheViewBeforeIsNotGivenForTheNewOne() {
        MarketStateView before = SampleMarket.view();
        MarketStateView after = SampleMarket.view();

        answers.of(before, List.of("stages"), this::next);
        String ofTheNew = answers.of(after, List.of("stages"), this::next);
        String ofTheOld = answers.of(before, List.of("stages"), this::next);

        assertEquals("{\"answer\":2}", ofTheNew);
        assertEquals("{\"answer\":3}", ofTheOld);
    }

    @Test
    void moreThanIsKeptIsStillAnswered() {
        MarketStateView view = SampleMarket.view();
        answers.of(view, "large", () -> answer("x".repeat((int) StateAnswers.MAX_CHARS)));

        answers.of(view, "small", this::next);
        String again = answers.of(view, "small", this::next);
        int length = answers.of(view, "large", this::next).length();

        assertEquals("{\"answer\":2}", again);
        assertEquals(StateAnswers.MAX_CHARS + answer("").toString().length(), length);
    }

    private JsonObject next() {
        return JSON.createObjectBuilder().add("answer", written.incrementAndGet()).build();
    }

    private static JsonObject answer(String text) {
        return JSON.createObjectBuilder().add("answer", text).build();
    }
}
