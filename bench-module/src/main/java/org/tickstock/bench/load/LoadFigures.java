package org.tickstock.bench.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What one run gave.
 *
 * @param label what was measured
 * @param clients sockets connected
 * @param selections how many different selections they have
 * @param seconds how long it was measured
 * @param framesPerSecond messages with events, over all sockets
 * @param eventsPerSecond events in them: deliveries
 * @param megabytesPerSecond payload of them
 * @param meanFrameBytes payload of one
 * @param sourceEventsPerSecond events that there were to be told
 * @param latencyP50Ms from the sender's time to receipt
 * @param latencyP99Ms the same
 * @param latencyMaxMs the same
 * @param spreadP50Ms from the sender's time to the last receipt of the same cycle
 * @param spreadP99Ms the same
 * @param idleCpu processors that the server used when all clients had left
 * @param serverCpu processors that it used while measured
 * @param clientCpu processors that the load client used
 * @param cpuMicrosPerFrame server's, without what it uses without clients
 * @param cpuSecondsPerMillionEvents the same for a million deliveries
 * @param cycleP50Ms the server's own time for a cycle, 0 where it does not say
 * @param cycleP99Ms the same
 * @param gaps frames that declared a gap
 * @param duplicates stretches or events that came again
 * @param differing sockets that did not get exactly what they were to get
 * @param closed sockets that the server closed
 * @param loadAverage of the machine, at the end
 */
record LoadFigures(
        String label, int clients, int selections, double seconds,
        double framesPerSecond, double eventsPerSecond, double megabytesPerSecond, double meanFrameBytes,
        double sourceEventsPerSecond,
        double latencyP50Ms, double latencyP99Ms, double latencyMaxMs, double spreadP50Ms, double spreadP99Ms,
        double idleCpu, double serverCpu, double clientCpu,
        double cpuMicrosPerFrame, double cpuSecondsPerMillionEvents,
        double cycleP50Ms, double cycleP99Ms,
        long gaps, long duplicates, int differing, int closed, double loadAverage) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** One line of JSON. */
    String toJson() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static LoadFigures of(String json) throws JsonProcessingException {
        return MAPPER.readValue(json, LoadFigures.class);
    }

    /** Whether everyone got everything once. */
    boolean isComplete() {
        return gaps == 0 && duplicates == 0 && differing == 0 && closed == 0;
    }
}
