package org.tickstock.app.detect;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.tickstock.app.duty.RunningDuty;
import org.tickstock.engine.Pipeline;
import org.tickstock.engine.handoff.Duty;

/**
 * Runs every lane on a thread of its own.
 *
 * <p>Thread: started and stopped by one; {@link #areRunning} from any.
 */
@ApplicationScoped
public class DetectionLanes {

    @Resource(lookup = "java:app/concurrent/tickstock-lanes")
    private ManagedExecutorService executor;
    @Inject
    private Pipeline pipeline;

    private volatile List<RunningDuty> lanes = List.of();

    /** Starts all lanes. */
    public void start() {
        List<RunningDuty> started = new ArrayList<>();
        for (Duty lane : pipeline.laneDuties()) {
            started.add(RunningDuty.start(executor, "lane-" + started.size(), lane));
        }
        lanes = List.copyOf(started);
    }

    /** Ends all lanes; returns whether all have ended in time. */
    public boolean stop(long timeoutMs) {
        lanes.forEach(RunningDuty::stop);
        return lanes.stream().map(lane -> lane.awaitEnd(timeoutMs)).reduce(true, Boolean::logicalAnd);
    }

    /** Whether all lanes run. */
    public boolean areRunning() {
        return !lanes.isEmpty() && lanes.stream().allMatch(RunningDuty::isRunning);
    }
}
