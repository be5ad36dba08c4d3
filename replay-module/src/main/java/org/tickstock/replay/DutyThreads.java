package org.tickstock.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.tickstock.engine.handoff.Duty;
import org.tickstock.engine.handoff.DutyLoop;

/**
 * The threads of a replay, one for each duty; the command line has no container to lend them.
 *
 * <p>Thread: one owner.
 */
final class DutyThreads implements AutoCloseable {

    private static final long END_TIMEOUT_MS = 5_000;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<DutyLoop> loops = new ArrayList<>();

    /** Runs {@code duty} again and again until {@link #close}. */
    void run(String name, Duty duty) {
        DutyLoop loop = new DutyLoop(name, duty);
        loops.add(loop);
        threads.execute(loop);
    }

    @Override
    public void close() {
        loops.forEach(DutyLoop::stop);
        loops.forEach(loop -> loop.awaitEnd(END_TIMEOUT_MS));
        threads.shutdownNow();
    }
}
