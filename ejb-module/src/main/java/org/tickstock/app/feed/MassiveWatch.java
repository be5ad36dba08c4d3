package org.tickstock.app.feed;

import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.SessionCalendar;
import org.tickstock.engine.market.SessionSpan;

/**
 * Keeps a live connection from dying unseen: pings it, and tells when it is silent for too long.
 *
 * <p>Silence without an answer to a ping is a loss at any hour; silence of the market is one in the regular session
 * only, counted from its open at the earliest.
 * <p>Thread: the connection loop.
 */
final class MassiveWatch {

    private static final long NS_PER_MS = 1_000_000L;
    private static final long PONG_LIMIT_S = 10;
    private static final long PONG_LIMIT_NS = PONG_LIMIT_S * 1_000_000_000L;

    private final MassiveSettings settings;
    private final SessionCalendar calendar;
    private SessionSpan span = new SessionSpan(0, MarketSession.CLOSED, 0, 0);
    private long liveSinceNs;
    private long pingSentNs;

    MassiveWatch(MassiveSettings settings, SessionCalendar calendar) {
        this.settings = settings;
        this.calendar = calendar;
    }

    /** A connection went live at {@code nowNs}. */
    void begin(long nowNs) {
        liveSinceNs = nowNs;
        pingSentNs = nowNs;
    }

    /** Pings when due; answers why the connection counts as lost, or null while it does not. */
    String check(MassiveConnection connection, long nowNs, boolean expectsData) {
        if (expectsData && isIdle(connection, nowNs)) {
            return "nothing came for " + settings.idleMs() / 1_000 + " s in the regular session";
        }
        if (pingSentNs > Math.max(connection.lastHeardNs(), liveSinceNs) && nowNs - pingSentNs >= PONG_LIMIT_NS) {
            return "no answer to a ping for " + PONG_LIMIT_S + " s";
        }
        if (nowNs - pingSentNs >= settings.pingMs() * NS_PER_MS) {
            pingSentNs = nowNs;
            connection.ping();
        }
        return null;
    }

    private boolean isIdle(MassiveConnection connection, long nowNs) {
        long idleNs = settings.idleMs() * NS_PER_MS;
        if (nowNs - Math.max(connection.lastDataNs(), liveSinceNs) < idleNs) {
            return false;
        }
        if (!span.contains(nowNs)) {
            span = calendar.spanAt(nowNs);
        }
        return span.session() == MarketSession.REGULAR && nowNs - span.startNs() >= idleNs;
    }
}
