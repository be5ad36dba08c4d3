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

/** A history in memory, with the rules of the journal: pages end at holes, a hole comes first, then the log's end. */
final class ListedHistory implements EventHistory {

    private static final int PAGE = 7;

    private final Map<Long, TreeMap<Long, DisplayMessage>> logs = new TreeMap<>();
    private final Map<Long, Long> ends = new TreeMap<>();
    long liveEpoch;
    boolean isAway;
    boolean isSlow;
    boolean isBehind;
    private final List<FutureTask<HistoryPage>> slow = new ArrayList<>();

    ListedHistory(long liveEpoch) {
        this.liveEpoch = liveEpoch;
    }

    void add(long epoch, long offset, DisplayMessage message) {
        logs.computeIfAbsent(epoch, key -> new TreeMap<>()).put(offset, message);
    }

    void end(long epoch, long lastOffset) {
        logs.computeIfAbsent(epoch, key -> new TreeMap<>());
        ends.put(epoch, lastOffset);
    }

    /** How the log ended, nobody wrote down. */
    void forgetEnd(long epoch) {
        logs.computeIfAbsent(epoch, key -> new TreeMap<>());
        ends.remove(epoch);
    }

    void answerWhatWaits() {
        slow.forEach(FutureTask::run);
        slow.clear();
    }

    @Override
    public Future<HistoryPage> read(long epoch, long after) {
        FutureTask<HistoryPage> task = new FutureTask<>(() -> page(epoch, after));
        if (isSlow) {
            slow.add(task);
        } else {
            task.run();
        }
        return task;
    }

    private HistoryPage page(long epoch, long after) {
        if (isAway) {
            throw new IllegalStateException("away");
        }
        if (isBehind) {
            return HistoryPage.LATER;
        }
        TreeMap<Long, DisplayMessage> log = logs.get(epoch);
        if (log == null) {
            return HistoryPage.UNKNOWN;
        }
        Long first = log.higherKey(after);
        if (first == null) {
            return endOf(epoch, after);
        }
        List<DisplayMessage> messages = new ArrayList<>();
        for (long offset = first; log.containsKey(offset) && messages.size() < PAGE; offset++) {
            messages.add(log.get(offset));
        }
        Gap gap = first > after + 1 ? new Gap(after + 1, first - 1, Gap.LEFT_LOG) : null;
        return new HistoryPage(
                new EventBatch(epoch, after, first, first + messages.size() - 1, gap, List.copyOf(messages)), 0);
    }

    private HistoryPage endOf(long epoch, long after) {
        Long end = ends.get(epoch);
        Gap gap = null;
        if (end == null) {
            gap = new Gap(after + 1, Gap.NOT_KNOWN, Gap.SERVER_KILLED);
        } else if (end > after) {
            gap = new Gap(after + 1, end, Gap.LEFT_LOG);
        }
        long next = logs.keySet().stream().filter(each -> each > epoch).findFirst().orElse(liveEpoch);
        return new HistoryPage(new EventBatch(epoch, after, after + 1, after, gap, List.of()), next);
    }
}
