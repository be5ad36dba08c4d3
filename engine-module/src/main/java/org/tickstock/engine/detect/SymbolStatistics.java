package org.tickstock.engine.detect;

import java.util.Arrays;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.Tick;

/**
 * Statistics of one symbol's trade date: of each session, and of the day.
 *
 * <p>The day knows only prints that may set a regular session's extremes; Form T prints stay with their session.
 * <p>Most prints change no extreme. So that such a print touches nothing but this object, it holds the volume of the
 * session that is printing, and between which prices that session and the day stay as they are.
 * <p>Thread: belongs to the symbol's lane.
 * <p>Units: micro-dollars, micro-shares.
 * <p>Source: market rules, section 1.
 */
final class SymbolStatistics {

    private static final MarketSession[] ALL = MarketSession.values();

    // of the session that printed last
    private MarketSession open;
    private long openVolumeMicros;
    private long quietFromMicros;
    private long quietToMicros;

    private long dayQuietFromMicros;
    private long dayQuietToMicros;

    // made when they are first needed: most symbols trade in one session only
    private final SessionStatistics[] sessions = new SessionStatistics[ALL.length];
    private final long[] volumesMicros = new long[ALL.length];
    private final SessionStatistics day = new SessionStatistics();

    SymbolStatistics() {
        findQuiet();
    }

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
        return found == null || found.officialHigh.isEmpty() && volumeMicros(session) == 0 ? null : found;
    }

    long volumeMicros(MarketSession session) {
        return volumesMicros[session.ordinal()] + (session == open ? openVolumeMicros : 0);
    }

    long dayVolumeMicros() {
        long sum = 0;
        for (MarketSession session : ALL) {
            sum += volumeMicros(session);
        }
        return sum;
    }

    void addVolume(MarketSession session, long volumeMicros) {
        if (session != open) {
            open(session);
        }
        openVolumeMicros += volumeMicros;
    }

    /** Takes a print that may set official extremes, and live ones where the verdict says so. */
    void add(MarketSession session, Tick print, long addedMicros, Verdict verdict, boolean isForDay) {
        if (session != open) {
            open(session);
        }
        boolean isQuiet = print.lowMicros >= quietFromMicros && print.highMicros <= quietToMicros;
        boolean isQuietDay = !isForDay
                || print.lowMicros >= dayQuietFromMicros && print.highMicros <= dayQuietToMicros;
        if (isQuiet && isQuietDay) {
            return;
        }
        of(session).add(print, addedMicros, verdict);
        if (isForDay) {
            day.add(print, addedMicros, verdict);
        }
        findQuiet();
    }

    /** Takes a print into the live extremes alone: one that is official already. */
    void addLive(MarketSession session, Tick print, long addedMicros, boolean isForDay) {
        of(session).addLive(print, addedMicros);
        if (isForDay) {
            day.addLive(print, addedMicros);
        }
        findQuiet();
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
        findQuiet();
    }

    void clear() {
        for (SessionStatistics session : sessions) {
            if (session != null) {
                session.clear();
            }
        }
        day.clear();
        Arrays.fill(volumesMicros, 0);
        openVolumeMicros = 0;
        findQuiet();
    }

    private void open(MarketSession session) {
        if (open != null) {
            volumesMicros[open.ordinal()] += openVolumeMicros;
        }
        open = session;
        openVolumeMicros = 0;
        of(session);
        findQuiet();
    }

    private void findQuiet() {
        dayQuietFromMicros = day.quietFromMicros();
        dayQuietToMicros = day.quietToMicros();
        if (open != null) {
            quietFromMicros = of(open).quietFromMicros();
            quietToMicros = of(open).quietToMicros();
        }
    }
}
