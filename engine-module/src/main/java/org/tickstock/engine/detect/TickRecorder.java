package org.tickstock.engine.detect;

import java.util.Arrays;
import org.tickstock.engine.market.SessionSpan;
import org.tickstock.engine.market.Tick;

/**
 * Writes down what a lane is told on the current trade date, symbol by symbol, so that it can be told again.
 *
 * <p>When its memory is full, the record of a symbol that needs more ends there, for the rest of the trade date: what
 * is recorded always begins with the date, else nothing could be learned from it.
 * <p>Thread: belongs to one lane.
 */
final class TickRecorder {

    private static final int RECORD_BYTES = 256;

    private final long mostBytes;
    private TickRecord[] records = new TickRecord[1_024];
    private long bytes;
    private SessionSpan session;

    TickRecorder(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** A market session begins for all symbols. */
    void begin(SessionSpan ended, SessionSpan begun) {
        session = begun;
        if (begun.tradeDay() != ended.tradeDay()) {
            Arrays.fill(records, null);
            bytes = 0;
        }
    }

    /** Writes a tick down, before the rules see it. */
    void add(Tick tick, SymbolState state) {
        if (mostBytes == 0) {
            return;
        }
        TickRecord record = recordOf(tick.symbolId, state);
        if (record.hasEnded()) {
            return;
        }
        if (record.session() != session && hasRoom(record, tick)) {
            record.begin(session);
        }
        if (hasRoom(record, tick)) {
            record.add(tick);
        }
    }

    /** What is written of a symbol. */
    RecordedTicks read(int symbolId, String symbol) {
        boolean isKnown = symbolId < records.length && records[symbolId] != null;
        return isKnown ? records[symbolId].read(symbolId, symbol) : RecordedTicks.none(symbolId, symbol);
    }

    private TickRecord recordOf(int symbolId, SymbolState state) {
        if (symbolId >= records.length) {
            records = Arrays.copyOf(records, Math.max(symbolId + 1, records.length * 2));
        }
        TickRecord record = records[symbolId];
        if (record == null) {
            record = new TickRecord(state.limits.isHalted());
            records[symbolId] = record;
            bytes += RECORD_BYTES;
        }
        return record;
    }

    private boolean hasRoom(TickRecord record, Tick tick) {
        int needs = record.needs();
        if (needs == 0) {
            return true;
        }
        if (record.hasEnded() || bytes + needs > mostBytes) {
            record.end(tick.tsEventNs);
            return false;
        }
        bytes += needs;
        record.grow(needs);
        return true;
    }
}
