package org.tickstock.app.duty;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedExecutors;
import jakarta.enterprise.concurrent.ManagedTask;
import java.util.Map;
import java.util.concurrent.Future;
import org.tickstock.engine.handoff.Duty;
import org.tickstock.engine.handoff.DutyLoop;

/**
 * A duty's loop on a thread of a managed executor.
 *
 * <p>Thread: any.
 * <p>Errors: {@link java.util.concurrent.RejectedExecutionException} when the executor's policy has no place for it.
 */
public final class RunningDuty {

    private final String name;
    private final DutyLoop loop;
    private final Future<?> task;

    private RunningDuty(String name, DutyLoop loop, Future<?> task) {
        this.name = name;
        this.loop = loop;
        this.task = task;
    }

    /** Starts it; {@code name} is what the log calls it. */
    public static RunningDuty start(ManagedExecutorService executor, String name, Duty duty) {
        DutyLoop loop = new DutyLoop(name, duty);
        Map<String, String> properties = Map.of(
            ManagedTask.LONGRUNNING_HINT, "true",
            ManagedTask.IDENTITY_NAME, "tickstock-" + name,
            ManagedTask.TRANSACTION, ManagedTask.SUSPEND);
        return new RunningDuty(name, loop, executor.submit(ManagedExecutors.managedTask(loop, properties, null)));
    }

    /** What the log calls it. */
    public String name() {
        return name;
    }

    /** Whether it runs or is about to; a loop that nobody stopped and that does not run has died of an error. */
    public boolean isRunning() {
        return !task.isDone();
    }

    /** Asks it to end after the step it is in. */
    public void stop() {
        loop.stop();
    }

    /** Waits until it has ended, at most so long; returns whether it has. */
    public boolean awaitEnd(long timeoutMs) {
        return loop.awaitEnd(timeoutMs);
    }
}
