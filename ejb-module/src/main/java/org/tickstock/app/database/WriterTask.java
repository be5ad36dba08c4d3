package org.tickstock.app.database;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.tickstock.engine.metrics.LatencyHistogram;
import org.tickstock.engine.time.EpochClock;

/**
 * The rounds of a writer, with a pause between one and the next; how long each took that wrote something.
 *
 * <p>Thread: started and stopped by its owner; the rounds run on the executor, never beside each other.
 * <p>Errors: a round that fails is logged, and the next one comes.
 */
public final class WriterTask {

    private final Logger log;
    private final String name;
    private final Runnable round;
    private final LongSupplier written;
    private final EpochClock clock;
    private final LatencyHistogram durations = new LatencyHistogram();
    private ScheduledFuture<?> scheduled;

    /**
     * A task that has not started.
     *
     * @param name what fails where a round does, as it stands in the log
     * @param written how much was written so far
     */
    public WriterTask(Logger log, String name, Runnable round, LongSupplier written, EpochClock clock) {
        this.log = log;
        this.name = name;
        this.round = round;
        this.written = written;
        this.clock = clock;
    }

    /** The first round comes after one pause. */
    public void start(ScheduledExecutorService executor, int pauseMs) {
        scheduled = executor.scheduleWithFixedDelay(this::run, pauseMs, pauseMs, TimeUnit.MILLISECONDS);
    }

    /** No further round begins; one that is under way goes on. */
    public void stop() {
        scheduled.cancel(false);
    }

    /** Of every round that wrote something. */
    public LatencyHistogram durations() {
        return durations;
    }

    void run() {
        long startNs = clock.nowNs();
        long before = written.getAsLong();
        try {
            round.run();
            if (written.getAsLong() > before) {
                durations.record(clock.nowNs() - startNs);
            }
        } catch (RuntimeException fault) {
            log.log(Level.ERROR, name + " failed", fault);
        }
    }
}
