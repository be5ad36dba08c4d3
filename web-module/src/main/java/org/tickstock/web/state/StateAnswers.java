package org.tickstock.web.state;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.tickstock.engine.state.MarketStateView;

/**
 * Answers as they are sent, written once for each view however many ask: pages that are open at the same time ask the
 * same, and between two views nothing in it changes.
 *
 * <p>An answer is never of another view than the one it is asked of. Who still asks of the view before has the newer
 * one's answers written again, no more.
 * <p>Thread: any. Those who ask the same at the same time wait for the one that writes it.
 */
@ApplicationScoped
public class StateAnswers {

    /** How much of one view is kept; what is asked beyond it is written for whoever asks. */
    static final long MAX_CHARS = 32L << 20;

    private volatile Answers answers = new Answers(null);

    /** The text of an answer; {@code question} is all that it depends on beside the view, and compares by value. */
    String of(MarketStateView view, Object question, Supplier<JsonObject> writer) {
        Answers current = answers;
        if (current.view != view) {
            current = new Answers(view);
            answers = current;
        }
        return current.of(question, writer);
    }

    private static final class Answers {

        private final MarketStateView view;
        private final Map<Object, String> written = new ConcurrentHashMap<>();
        private final AtomicLong chars = new AtomicLong();

        Answers(MarketStateView view) {
            this.view = view;
        }

        String of(Object question, Supplier<JsonObject> writer) {
            if (chars.get() >= MAX_CHARS) {
                String known = written.get(question);
                return known == null ? writer.get().toString() : known;
            }
            return written.computeIfAbsent(question, asked -> {
                String answer = writer.get().toString();
                chars.addAndGet(answer.length());
                return answer;
            });
        }
    }
}
