package org.tickstock.app.journal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tickstock.app.database.Trouble;
import org.tickstock.engine.collect.EventBatch;
import org.tickstock.engine.collect.EventLog;
import org.tickstock.engine.event.DisplayMessage;

/**
 * Moves the log into the database, a group at a time: what was spilled first, then what is in memory.
 *
 * <p>While the database is away everything goes into the spill file at once, so that a crash then costs nothing either;
 * once that is full, events wait in memory, and only what leaves memory is lost, which is written down like an event.
 * <p>Thread: one round at a time; the status may be read from anywhere.
 * <p>Errors: every fault ends the round, is told by the status, and the next round tries again.
 */
final class JournalRounds {

    private static final Logger LOG = System.getLogger(JournalRounds.class.getName());

    private final Trouble trouble =
        new Trouble(LOG, "journal reaches the database durableOffset", "journal waits, events are spilled");
    private final EventLog log;
    private final JournalTables tables;
    private final SpillFile spill;
    private final int groupSize;

    // a round writes, anyone reads; taken is the last offset that is in the database or in the spill file
    private volatile long taken;
    private volatile long durable;
    private volatile long written;
    private volatile long lost;
    private volatile boolean earlierRunsAreIn;

    JournalRounds(EventLog log, JournalTables tables, SpillFile spill, int groupSize) {
        this.log = log;
        this.tables = tables;
        this.spill = spill;
        this.groupSize = groupSize;
    }

    /** One round; {@code away} says why the database cannot be used, null when it can. */
    synchronized void run(String away) {
        String reason = away;
        try {
            if (reason == null) {
                reason = tryDatabase();
            }
            if (reason != null) {
                spillLog();
            }
        } catch (IOException | RuntimeException fault) {
            reason = "spill file: " + fault.getMessage();
        }
        trouble.tell(reason, durable);
    }

    /** The last round: whatever is left goes into the database or the file, then the log's end. */
    synchronized void finish(String away) {
        run(away);
        long last = log.lastOffset();
        List<JournalRecord> end = List.of(new JournalRecord.End(log.epoch(), last));
        try {
            if (trouble.reason() == null) {
                write(end);
                return;
            }
        } catch (SQLException | RuntimeException fault) {
            trouble.tell("database: " + fault.getMessage(), durable);
        }
        try {
            if (taken < last) {
                spill.appendAnyway(List.of(new JournalRecord.Lost(log.epoch(), taken + 1, last)));
                LOG.log(Level.ERROR, "events lost at the stop from={0,number,#} to={1,number,#}", taken + 1, last);
            }
            spill.appendAnyway(end);
        } catch (IOException fault) {
            LOG.log(Level.ERROR, "journal not ended in good order, events after {0,number,#} may be lost", taken);
        }
    }

    JournalStatus status() {
        long last = log.lastOffset();
        long behind = last - durable;
        long leftMemory = Math.max(0, log.status().firstOffset() - 1 - taken);
        return new JournalStatus(durable, behind, written, lost + leftMemory, spill.waitingBytes(), trouble.reason(),
            behind > Math.max(log.status().capacity() / 2, 2L * groupSize));
    }

    /** Whether what earlier runs of the server had spilled is in the database. */
    boolean earlierRunsAreIn() {
        return earlierRunsAreIn;
    }

    /** The log up to here is in the database, or declared lost there. */
    long durable() {
        return durable;
    }

    private String tryDatabase() throws IOException {
        try {
            drainSpill();
            writeLog();
            return null;
        } catch (SQLException fault) {
            return "database: " + fault.getMessage();
        }
    }

    private void drainSpill() throws IOException, SQLException {
        while (!spill.isEmpty()) {
            write(spill.peek(groupSize));
            spill.forget();
            // A long way to catch up must not let memory run over meanwhile.
            if (log.lastOffset() - taken > log.status().capacity() / 2) {
                spillLog();
            }
        }
        earlierRunsAreIn = true;
    }

    private void writeLog() throws SQLException {
        List<JournalRecord> group = next();
        while (!group.isEmpty()) {
            write(group);
            move(group);
            group = next();
        }
    }

    private void spillLog() throws IOException {
        List<JournalRecord> group = next();
        boolean isRoom = true;
        while (isRoom && !group.isEmpty()) {
            int kept = spill.append(group);
            isRoom = kept == group.size();
            move(group.subList(0, kept));
            group = isRoom ? next() : group;
        }
    }

    /** What comes next in the log, a hole in it first. */
    private List<JournalRecord> next() {
        EventBatch batch = log.readStretch(taken, groupSize);
        List<JournalRecord> group = new ArrayList<>(batch.messages().size() + 1);
        if (batch.gap() != null) {
            group.add(new JournalRecord.Lost(batch.epoch(), batch.gap().from(), batch.gap().to()));
        }
        long offset = batch.firstOffset();
        for (DisplayMessage message : batch.messages()) {
            group.add(JournalRecord.Row.of(batch.epoch(), offset++, message));
        }
        return group;
    }

    private void move(List<JournalRecord> kept) {
        for (JournalRecord record : kept) {
            if (record instanceof JournalRecord.Lost gap) {
                lost += gap.to() - gap.from() + 1;
                LOG.log(Level.ERROR, "events lost, memory and spill file were full from={0,number,#} to={1,number,#}",
                    gap.from(), gap.to());
            }
        }
        if (!kept.isEmpty()) {
            taken = lastOf(kept.get(kept.size() - 1));
        }
    }

    private void write(List<JournalRecord> group) throws SQLException {
        written += tables.write(group);
        for (JournalRecord record : group) {
            if (record.epoch() == log.epoch()) {
                durable = Math.max(durable, lastOf(record));
            }
        }
    }

    private static long lastOf(JournalRecord record) {
        if (record instanceof JournalRecord.Row row) {
            return row.offset();
        }
        return record instanceof JournalRecord.Lost gap ? gap.to() : 0;
    }
}
