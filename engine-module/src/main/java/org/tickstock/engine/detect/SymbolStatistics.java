package org.tickstock.engine.detect;

import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.Tick;

/**
 * Statistics of one symbol's trade date: of each session, and of the day.
 *
 * <p>The day knows only prints that may set a regular session's extremes; Form T prints stay with their session.
 * <p>Thread: belongs to the symbol's lane.
 * <p>Source: market rules, section 1.
 */
final class SymbolStatistics {

    // made when they are first needed: most symbols trade in one session only
    private final SessionStatistics[] sessions = new SessionStatistics[MarketSession.values().length];
    private final SessionStatistics day = new SessionStatistics();

    SessionStatistics day() {
        return day;
    }

    SessionStatistics of(MarketSession session) {
        SessionStatistics found = sessions[session.ordinal()];
        if (found == null) {
            found = new SessionStatistics();
            sessions[session.ordinal()] = found;
        }
        return found;
    }

    /** What a session has seen; null where nothing was printed in it. */
    SessionStatistics printed(MarketSession session) {
        SessionStatistics found = sessions[session.ordinal()];
        return found == null || found.isEmpty() ? null : found;
    }

    void addVolume(MarketSession session, long volumeMicros) {
        of(session).addVolume(volumeMicros);
        day.addVolume(volumeMicros);
    }

    void add(MarketSession session, Tick print, long addedMicros, Verdict verdict, boolean isForDay) {
        of(session).add(print, addedMicros, verdict);
        if (isForDay) {
            day.add(print, addedMicros, verdict);
        }
    }

    void addLive(MarketSession session, Tick print, long addedMicros, boolean isForDay) {
        of(session).addLive(print, addedMicros);
        if (isForDay) {
            day.addLive(print, addedMicros);
        }
    }

    /** The trade with this key where it is among the best of any session, else null. */
    KnownTrade find(long key) {
        for (SessionStatistics session : sessions) {
            KnownTrade found = session == null ? null : session.find(key);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Takes a trade out of its session and the day. */
    void remove(MarketSession session, long key, long volumeMicros) {
        of(session).remove(key);
        day.remove(key);
        addVolume(session, -volumeMicros);
    }

    void clear() {
        for (SessionStatistics session : sessions) {
            if (session != null) {
                session.clear();
            }
        }
        day.clear();
    }
}
