package org.tickstock.app.session;

import java.time.Instant;
import java.time.LocalDate;
import org.tickstock.engine.market.MarketSession;

/**
 * A market session that was noticed.
 *
 * @param epoch which run noticed it
 * @param provider which feed it was seen on
 * @param date New York trade date
 * @param session which part of it
 * @param startedAt event time of its beginning
 */
public record SeenSession(long epoch, String provider, LocalDate date, MarketSession session, Instant startedAt) {
}
