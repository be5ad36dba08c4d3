package org.tickstock.app.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.tickstock.engine.market.MarketSession;

/**
 * One market session as this system saw it, with the events it brought.
 *
 * <p>Thread: belongs to the transaction that loaded it.
 * <p>Units: times of the session in event time, the row's own in wall-clock time.
 */
@Entity
@Table(name = "event_sessions")
public class EventSession {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(nullable = false)
    private long epoch;
    @Column(nullable = false, length = 20)
    private String provider;
    @Column(name = "session_date", nullable = false)
    private LocalDate sessionDate;
    @Enumerated(EnumType.STRING)
    @Column(name = "market_session", nullable = false, length = 10)
    private MarketSession marketSession;
    @Column(name = "started_at", nullable = false)
    private Instant startedAt;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Column(name = "high_count", nullable = false)
    private long highCount;
    @Column(name = "low_count", nullable = false)
    private long lowCount;
    @Column(name = "trend_count", nullable = false)
    private long trendCount;
    @Column(name = "surge_count", nullable = false)
    private long surgeCount;
    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;
    @Column(name = "last_updated", nullable = false)
    private Instant lastUpdated;

    /** For JPA. */
    protected EventSession() {
    }

    /** A session that ended, with its display events by wire name. */
    EventSession(SeenSession seen, Instant endedAt, Map<String, Long> events, Instant now) {
        this.epoch = seen.epoch();
        this.provider = seen.provider();
        this.sessionDate = seen.date();
        this.marketSession = seen.session();
        this.startedAt = seen.startedAt();
        this.endedAt = endedAt;
        this.highCount = events.getOrDefault("high", 0L);
        this.lowCount = events.getOrDefault("low", 0L);
        this.trendCount = events.getOrDefault("trend", 0L);
        this.surgeCount = events.getOrDefault("surge", 0L);
        this.createdAt = now;
        this.lastUpdated = now;
    }
}
