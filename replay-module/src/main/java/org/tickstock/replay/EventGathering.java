package org.tickstock.replay;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.tickstock.engine.Pipeline;
import org.tickstock.engine.collect.Collector;
import org.tickstock.engine.collect.EventBatch;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.handoff.Duty;

/**
 * Collects events and keeps all of them, behind the log, so that the log need not be as long as the tapes.
 *
 * <p>Thread: {@link #doWork} on one thread; the rest after it has ended.
 * <p>Errors: an event that left the log unread would break the digest, so it is an {@link IllegalStateException}.
 */
final class EventGathering implements Duty {

    private final Pipeline pipeline;
    private final List<DisplayMessage> events = new ArrayList<>();
    private long after;
    private volatile long gathered;

    EventGathering(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Override
    public int doWork() {
        int collected = pipeline.collect();
        EventBatch batch = pipeline.log().read(after);
        while (!batch.isEmpty()) {
            if (batch.gap() != null) {
                throw new IllegalStateException("log must hold every unread event, was without " + batch.gap());
            }
            events.addAll(batch.messages());
            after = batch.to();
            batch = pipeline.log().read(after);
        }
        gathered = events.size();
        return collected;
    }

    /** How many are gathered so far; from any thread. */
    long gathered() {
        return gathered;
    }

    /**
     * Writes every event to {@code out}, one canonical JSON object a line, in the defined order: time, symbol, ordinal.
     * Returns the SHA-256 of what was written.
     */
    String writeInOrder(OutputStream out) throws IOException {
        events.sort(Collector.definedOrder());
        MessageDigest digest = sha256();
        for (DisplayMessage event : events) {
            digest.update((byte) '{');
            digest.update(event.body());
            digest.update((byte) '\n');
            out.write('{');
            out.write(event.body());
            out.write('\n');
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("JDK must have SHA-256", absent);
        }
    }
}
