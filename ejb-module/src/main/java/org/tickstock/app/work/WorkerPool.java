package org.tickstock.app.work;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import org.tickstock.app.duty.RunningDuty;
import org.tickstock.engine.Pipeline;

/**
 * Runs workers, more when events wait and fewer when they do not; asks the pipeline once a second.
 *
 * <p>A worker that died is replaced at the next second.
 * <p>Thread: serialised on itself; a worker that is to go ends after its batch, without being waited for.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WorkerPool {

    private static final Logger LOG = System.getLogger(WorkerPool.class.getName());

    @Resource(lookup = "java:app/concurrent/tickstock-workers")
    private ManagedExecutorService executor;
    @Inject
    private Pipeline pipeline;

    private final Deque<RunningDuty> workers = new ArrayDeque<>();
    private boolean started;
    private int hired;

    /** Starts the fewest workers there may be. */
    public synchronized void start() {
        started = true;
        resize(pipeline.workerTarget(0));
    }

    /** Adds or lets go of workers, as the queue asks. */
    @Schedule(second = "*", minute = "*", hour = "*", persistent = false)
    public synchronized void rescale() {
        if (!started) {
            return;
        }
        try {
            workers.removeIf(worker -> !worker.isRunning());
            resize(pipeline.workerTarget(workers.size()));
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "workers not rescaled", fault);
        }
    }

    /** Ends all workers; returns whether all have ended in time. */
    public synchronized boolean stop(long timeoutMs) {
        started = false;
        workers.forEach(RunningDuty::stop);
        return workers.stream().map(worker -> worker.awaitEnd(timeoutMs)).reduce(true, Boolean::logicalAnd);
    }

    /** How many run. */
    public synchronized int size() {
        return (int) workers.stream().filter(RunningDuty::isRunning).count();
    }

    private void resize(int target) {
        int before = workers.size();
        try {
            while (workers.size() < target) {
                workers.addLast(RunningDuty.start(executor, "worker-" + hired++, pipeline.newWorkerDuty()));
            }
        } catch (RejectedExecutionException full) {
            LOG.log(Level.WARNING, "no thread for another worker running={0} wanted={1}", workers.size(), target);
        }
        while (workers.size() > target) {
            workers.removeLast().stop();
        }
        if (workers.size() != before) {
            LOG.log(Level.DEBUG, "workers rescaled from={0} to={1}", before, workers.size());
        }
    }
}
