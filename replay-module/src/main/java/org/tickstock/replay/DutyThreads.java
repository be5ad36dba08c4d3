package org.tickstock.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
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
        threads.execute(loop(name, duty));
    }

    /** The same; once closed, {@code allocatedBytes} has grown by what the duty allocated. */
    void runCounted(String name, Duty duty, AtomicLong allocatedBytes) {
        DutyLoop loop = loop(name, duty);
        threads.execute(() -> {
            long beforeBytes = AllocatedBytes.ofThisThread();
            loop.run();
            allocatedBytes.addAndGet(AllocatedBytes.ofThisThread() - beforeBytes);
        });
    }

    @Override
    public void close() {
        loops.forEach(DutyLoop::stop);
        loops.forEach(loop -> loop.awaitEnd(END_TIMEOUT_MS));
        threads.shutdown();
        try {
            threads.awaitTermination(END_TIMEOUT_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
    }

    private DutyLoop loop(String name, Duty duty) {
        DutyLoop loop = new DutyLoop(name, duty);
        loops.add(loop);
        return loop;
    }
}
