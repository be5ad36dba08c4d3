package org.tickstock.engine.collect;

import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.event.EventOrigin;

/**
 * Highs and lows by symbol, of the current market session and the few before it, whose events may still be retracted.
 *
 * <p>Memory first: whoever writes them down asks for those that changed, and tells which of them are written once that
 * is certain. What changed meanwhile, or could not be written, comes again.
 * <p>Thread: the collector adds, the emission timer sums, a background thread writes down; all are short, so they
 * exclude each other.
 */
public final class SessionCounts {

    private static final int SESSIONS_HELD = 4;

    /**
     * Highs and lows of some symbols.
     *
     * @param highs session highs
     * @param lows session lows
     */
    public record Totals(int highs, int lows) {

        /** highs / (highs + lows) * 100; 50 when there are none. */
        public double highPct() {
            int all = highs + lows;
            return all == 0 ? 50 : 100.0 * highs / all;
        }
    }

    // guarded by this
    private final TreeMap<Integer, SessionTally> sessions = new TreeMap<>();
    private long changes;

    /** Begins a session, named by {@link EventOrigin#sessionKeyOf}; one that is no later changes nothing. */
    public synchronized void begin(int key) {
        if (sessions.isEmpty() || key > sessions.lastKey()) {
            sessions.put(key, new SessionTally(key));
            if (sessions.size() > SESSIONS_HELD) {
                sessions.pollFirstEntry();
            }
        }
    }

    /** Counts a high or low, or takes one back; other types change nothing. */
    public synchronized void add(DisplayMessage message) {
        begin(message.sessionKey());
        SessionTally session = sessions.get(message.sessionKey());
        if (session != null && message.countChange() != 0) {
            session.add(message.symbolId(), message.direction(), message.countChange());
            changes++;
        }
    }

    /** Adds what was written down of a session before a restart. */
    public synchronized void restore(List<SymbolCounts> rows) {
        for (SymbolCounts row : rows) {
            sessions.computeIfAbsent(row.sessionKey(), SessionTally::new).restore(row);
        }
    }

    /** What changed since it was last written, session by session. */
    public synchronized List<SymbolCounts> unwritten() {
        return sessions.values().stream().flatMap(SessionTally::unwritten).toList();
    }

    /** These are written, for certain. */
    public synchronized void written(List<SymbolCounts> rows) {
        for (SymbolCounts row : rows) {
            SessionTally session = sessions.get(row.sessionKey());
            if (session != null) {
                session.written(row);
            }
        }
    }

    /** How often a count changed, since the start. */
    public synchronized long changes() {
        return changes;
    }

    /** The sums over {@code symbolIds}, of the current session. */
    public synchronized Totals totalsOf(BitSet symbolIds) {
        return sessions.isEmpty() ? new Totals(0, 0) : sessions.lastEntry().getValue().totalsOf(symbolIds);
    }
}
