package org.tickstock.engine.emit;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.tickstock.engine.collect.EventHistory;
import org.tickstock.engine.collect.HistoryPage;

/**
 * Reads of history on their way: asked for in one cycle, there in a later one, shared by whoever stands at the place.
 *
 * <p>There are at most so many at a time; whoever waits for a turn comes before whoever reads ahead.
 * <p>Thread: the emission timer, which never waits for one.
 */
final class HistoryReads {

    private static final Logger LOG = System.getLogger(HistoryReads.class.getName());
    private static final int AT_ONCE = 32;

    /**
     * What can be said now.
     *
     * @param page the page, or null while it is not there
     * @param failed whether that is because history cannot be read
     */
    record Answer(HistoryPage page, boolean failed) {

        private static final Answer WAIT = new Answer(null, false);
        private static final Answer FAILED = new Answer(null, true);
    }

    private final EventHistory history;
    private final Map<LogPosition, Future<HistoryPage>> reads = new HashMap<>();
    private final Set<LogPosition> asked = new LinkedHashSet<>();
    private final Set<LogPosition> ahead = new LinkedHashSet<>();
    private final Map<LogPosition, Answer> told = new HashMap<>();

    HistoryReads(EventHistory history) {
        this.history = history;
    }

    /** The page behind this place, if it is there. */
    Answer ask(LogPosition place) {
        if (history == EventHistory.NONE) {
            return new Answer(HistoryPage.UNKNOWN, false);
        }
        Answer known = told.get(place);
        if (known != null) {
            return known;
        }
        asked.add(place);
        Future<HistoryPage> read = reads.get(place);
        if (read == null || !read.isDone()) {
            return Answer.WAIT;
        }
        Answer answer = answerOf(read);
        told.put(place, answer);
        return answer;
    }

    /** This place will be asked for in the next cycle. */
    void expect(LogPosition place) {
        ahead.add(place);
    }

    /** Ends a cycle: lets go of what was told or is wanted no more, and starts reading what is. */
    void endCycle() {
        asked.removeAll(told.keySet());
        // What was not there is asked for again; nothing else that was told is needed twice.
        told.forEach((place, answer) -> {
            reads.remove(place);
            if (answer.page() == null) {
                asked.add(place);
            }
        });
        Set<LogPosition> wanted = new HashSet<>(asked);
        wanted.addAll(ahead);
        reads.keySet().removeIf(place -> !wanted.contains(place));
        List<LogPosition> inTurn = new ArrayList<>(asked);
        inTurn.addAll(ahead);
        inTurn.forEach(this::start);
        asked.clear();
        ahead.clear();
        told.clear();
    }

    private void start(LogPosition place) {
        if (reads.size() >= AT_ONCE || reads.containsKey(place)) {
            return;
        }
        try {
            reads.put(place, history.read(place.epoch(), place.after()));
        } catch (RuntimeException busy) {
            LOG.log(Level.DEBUG, "history not asked", busy);
        }
    }

    private static Answer answerOf(Future<HistoryPage> read) {
        try {
            HistoryPage page = read.get();
            return page == HistoryPage.LATER ? Answer.WAIT : new Answer(page, false);
        } catch (ExecutionException fault) {
            LOG.log(Level.DEBUG, "history not read", fault);
        } catch (InterruptedException impossible) {
            Thread.currentThread().interrupt();
        }
        return Answer.FAILED;
    }
}
