package org.tickstock.engine.market;

/**
 * Answers which market session holds at an instant.
 *
 * <p>Thread: implementations are immutable; may be shared.
 */
public interface SessionCalendar {

    /**
     * The regular session of a trade date, in epoch days; null on a day without one.
     *
     * <p>Half past four in the afternoon UTC is inside of every session, summer and winter, a short one too.
     */
    default SessionSpan regularSpanOf(int tradeDay) {
        SessionSpan span = spanAt((tradeDay * 86_400L + 59_400) * 1_000_000_000L);
        return span.session() == MarketSession.REGULAR ? span : null;
    }

    /** The span that contains {@code tsNs}; consecutive spans leave no hole and do not overlap. */
    SessionSpan spanAt(long tsNs);
}
