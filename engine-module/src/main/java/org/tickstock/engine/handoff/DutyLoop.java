package org.tickstock.engine.handoff;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs one {@link Duty} until stopped: spins briefly, then parks, longer and longer, while there is nothing to do.
 *
 * <p>It never yields in a loop: on a machine with few cores, and ticks that trickle, that is a core burnt for nothing.
 * Half a millisecond of sleep is nothing beside an emission interval of a second, and a busy lane never sleeps.
 *
 * <p>Thread: {@link #run} on a thread the container lends; {@link #stop} from any.
 * <p>Errors: a duty that throws is logged with its name and called again; the loop goes on.
 */
public final class DutyLoop implements Runnable {

    private static final Logger LOG = System.getLogger(DutyLoop.class.getName());
    private static final int SPINS = 50;
    private static final int DOUBLINGS = 3;
    private static final long FIRST_PARK_NS = 500_000;

    private final String name;
    private final Duty duty;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean running = true;

    /** A loop over {@code duty}; {@code name} is what the log calls it. */
    public DutyLoop(String name, Duty duty) {
        this.name = name;
        this.duty = duty;
    }

    @Override
    public void run() {
        try {
            int idle = 0;
            while (running && !Thread.currentThread().isInterrupted()) {
                idle = step() > 0 ? 0 : rest(idle);
            }
        } finally {
            ended.countDown();
        }
    }

    /** Asks the loop to end after the step it is in. */
    public void stop() {
        running = false;
    }

    /** Waits until the loop has ended, at most so long; returns whether it has. */
    public boolean awaitEnd(long timeoutMs) {
        try {
            return ended.await(timeoutMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private int step() {
        try {
            return duty.doWork();
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "duty failed name=" + name, fault);
            return 0;
        }
    }

    private static int rest(int idle) {
        if (idle < SPINS) {
            Thread.onSpinWait();
            return idle + 1;
        }
        int parks = Math.min(DOUBLINGS, idle - SPINS);
        LockSupport.parkNanos(FIRST_PARK_NS << parks);
        return SPINS + parks + 1;
    }
}
