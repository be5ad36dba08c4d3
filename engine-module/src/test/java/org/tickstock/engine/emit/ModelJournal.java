package org.tickstock.engine.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.tickstock.engine.collect.EventBatch;
import org.tickstock.engine.collect.EventHistory;
import org.tickstock.engine.collect.Gap;
import org.tickstock.engine.collect.HistoryPage;
import org.tickstock.engine.event.DisplayMessage;

/** A journal in memory that can be away, slow or behind, lose rows, forget a log, and outlive its server. */
final class ModelJournal implements EventHistory {

    private static final int PAGE = 7;

    private final TreeMap<Long, TreeMap<Long, DisplayMessage>> logs = new TreeMap<>();
    private final Map<Long, Long> ends = new TreeMap<>();
    private final List<FutureTask<HistoryPage>> waiting = new ArrayList<>();
    private long live;
    private long last;
    private long durable;
    boolean isAway;
    boolean isSlow;
    private boolean isBehind;

    /** A server starts and writes a log of its own. */
    void begin(long epoch) {
        live = epoch;
        last = 0;
        durable = 0;
        logs.put(epoch, new TreeMap<>());
    }

    /** It ended in good order: everything is in. */
    void endWell() {
        ends.put(live, last);
        isBehind = false;
    }

    /** It was killed: what was not durable yet never will be. */
    void kill() {
        logs.get(live).tailMap(durable, false).clear();
        isBehind = false;
    }

    void add(long offset, DisplayMessage message) {
        logs.get(live).put(offset, message);
        last = offset;
        durable = isBehind ? durable : last;
    }

    void behind(boolean isIt) {
        isBehind = isIt;
        durable = isIt ? durable : last;
    }

    /** Nothing could hold these. */
    void lose(long from, long to) {
        logs.get(live).subMap(from, true, to, true).clear();
    }

    /** The oldest log has expired. */
    void forgetOldest() {
        if (logs.size() > 2) {
            logs.pollFirstEntry();
        }
    }

    boolean knows(long epoch) {
        return logs.containsKey(epoch);
    }

    boolean has(long epoch, long offset) {
        return knows(epoch) && logs.get(epoch).containsKey(offset);
    }

    boolean endedWell(long epoch) {
        return ends.containsKey(epoch);
    }

    void answerWhatWaits() {
        waiting.forEach(FutureTask::run);
        waiting.clear();
    }

    @Override
    public Future<HistoryPage> read(long epoch, long after) {
        FutureTask<HistoryPage> task = new FutureTask<>(() -> page(epoch, after));
        if (isSlow) {
            waiting.add(task);
        } else {
            task.run();
        }
        return task;
    }

    private HistoryPage page(long epoch, long after) {
        if (isAway) {
            throw new IllegalStateException("away");
        }
        TreeMap<Long, DisplayMessage> log = logs.get(epoch);
        if (log == null) {
            return HistoryPage.UNKNOWN;
        }
        if (isBehind && epoch != live) {
            return HistoryPage.LATER;
        }
        Long first = log.higherKey(after);
        if (first == null || epoch == live && first > durable) {
            return epoch == live ? missing(after) : end(epoch, after);
        }
        List<DisplayMessage> messages = new ArrayList<>();
        long limit = epoch == live ? durable : Long.MAX_VALUE;
        for (long at = first; at <= limit && log.containsKey(at) && messages.size() < PAGE; at++) {
            messages.add(log.get(at));
        }
        Gap gap = first > after + 1 ? new Gap(after + 1, first - 1, Gap.LEFT_LOG) : null;
        return new HistoryPage(
                new EventBatch(epoch, after, first, first + messages.size() - 1, gap, List.copyOf(messages)), 0);
    }

    private HistoryPage missing(long after) {
        if (durable <= after) {
            return HistoryPage.LATER;
        }
        Gap gap = new Gap(after + 1, durable, Gap.LEFT_LOG);
        return new HistoryPage(new EventBatch(live, after, durable + 1, durable, gap, List.of()), 0);
    }

    private HistoryPage end(long epoch, long after) {
        Gap gap = null;
        if (!ends.containsKey(epoch)) {
            gap = new Gap(after + 1, Gap.NOT_KNOWN, Gap.SERVER_KILLED);
        } else if (ends.get(epoch) > after) {
            gap = new Gap(after + 1, ends.get(epoch), Gap.LEFT_LOG);
        }
        Long next = logs.higherKey(epoch);
        return new HistoryPage(
                new EventBatch(epoch, after, after + 1, after, gap, List.of()), next == null ? live : next);
    }
}
