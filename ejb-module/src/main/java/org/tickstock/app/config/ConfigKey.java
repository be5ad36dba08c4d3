package org.tickstock.app.config;

import java.util.Locale;

/**
 * Every key there is; docs/configuration.md says what each does, microprofile-config.properties holds the defaults.
 */
enum ConfigKey {
    DATA_DIR("tickstock.data-dir"),

    FEED_PROVIDER("tickstock.feed.provider"),
    SYNTHETIC_SEED("tickstock.feed.synthetic.seed"),
    SYNTHETIC_TICKERS("tickstock.feed.synthetic.tickers"),
    SYNTHETIC_TICKS_PER_SECOND("tickstock.feed.synthetic.ticks-per-second"),
    SYNTHETIC_SPEED("tickstock.feed.synthetic.speed"),
    SYNTHETIC_WARM_UP_MINUTES("tickstock.feed.synthetic.warm-up-minutes"),
    SYNTHETIC_OPEN_AT("tickstock.feed.synthetic.open-at"),
    SYNTHETIC_TRADE_DATE("tickstock.feed.synthetic.trade-date"),
    REPLAY_FILES("tickstock.feed.replay.files"),
    REPLAY_SPEED("tickstock.feed.replay.speed"),
    MASSIVE_URL("tickstock.feed.massive.url"),
    MASSIVE_KEY("tickstock.feed.massive.key"),
    MASSIVE_CHANNELS("tickstock.feed.massive.channels"),
    MASSIVE_SYMBOLS_PER_CHUNK("tickstock.feed.massive.symbols-per-chunk"),
    MASSIVE_CHUNK_PAUSE_MS("tickstock.feed.massive.chunk-pause-ms"),
    MASSIVE_MAX_SUBSCRIPTIONS("tickstock.feed.massive.max-subscriptions"),
    MASSIVE_RECONNECT_FIRST_MS("tickstock.feed.massive.reconnect-first-ms"),
    MASSIVE_RECONNECT_MAX_MS("tickstock.feed.massive.reconnect-max-ms"),
    MASSIVE_IDLE_MS("tickstock.feed.massive.idle-ms"),
    MASSIVE_PING_MS("tickstock.feed.massive.ping-ms"),

    MARKET_CALENDAR_FILE("tickstock.market.calendar-file"),

    DETECT_LANES("tickstock.detect.lanes"),
    DETECT_INBOX_SIZE("tickstock.detect.inbox-size"),
    DETECT_CONDITIONS("tickstock.detect.conditions"),
    DETECT_MAX_REPORT_DELAY_MS("tickstock.detect.max-report-delay-ms"),
    WHY_MEMORY_MB("tickstock.why.memory-mb"),
    HIGHLOW_BANDS("tickstock.detect.highlow.bands"),
    HIGHLOW_EXTENDED_MULTIPLIER("tickstock.detect.highlow.extended-multiplier"),
    HIGHLOW_OPENING_MULTIPLIER("tickstock.detect.highlow.opening-multiplier"),
    HIGHLOW_OPENING_MINUTES("tickstock.detect.highlow.opening-minutes"),
    HIGHLOW_COOLDOWN_MS("tickstock.detect.highlow.cooldown-ms"),
    HIGHLOW_REVERSAL_WINDOW_S("tickstock.detect.highlow.reversal-window-s"),
    TREND_WEAK_ENTER("tickstock.detect.trend.weak-enter"),
    TREND_WEAK_LEAVE("tickstock.detect.trend.weak-leave"),
    TREND_MODERATE_ENTER("tickstock.detect.trend.moderate-enter"),
    TREND_MODERATE_LEAVE("tickstock.detect.trend.moderate-leave"),
    TREND_STRONG_ENTER("tickstock.detect.trend.strong-enter"),
    TREND_STRONG_LEAVE("tickstock.detect.trend.strong-leave"),
    TREND_RETRACEMENT("tickstock.detect.trend.retracement"),
    TREND_REPEAT_S("tickstock.detect.trend.repeat-s"),
    TREND_REPEAT_SCORE("tickstock.detect.trend.repeat-score"),
    SURGE_INTERVAL_S("tickstock.detect.surge.interval-s"),
    SURGE_BUSY_INTERVAL_S("tickstock.detect.surge.busy-interval-s"),
    SURGE_OPENING_MINUTES("tickstock.detect.surge.opening-minutes"),
    SURGE_CLOSING_MINUTES("tickstock.detect.surge.closing-minutes"),
    SURGE_MULTIPLIER("tickstock.detect.surge.multiplier"),
    SURGE_SIGMAS("tickstock.detect.surge.sigmas"),
    SURGE_EXTENDED_MULTIPLIER("tickstock.detect.surge.extended-multiplier"),
    SURGE_COOLDOWN_S("tickstock.detect.surge.cooldown-s"),
    SURGE_OPENING_COOLDOWN_S("tickstock.detect.surge.opening-cooldown-s"),
    SURGE_EXTENDED_COOLDOWN_S("tickstock.detect.surge.extended-cooldown-s"),
    SURGE_OTHER_WAY_S("tickstock.detect.surge.other-way-s"),
    SURGE_MOST_PER_HALF_HOUR("tickstock.detect.surge.most-per-half-hour"),

    PRIORITIZE_CAPACITY("tickstock.prioritize.capacity"),
    PRIORITIZE_TOP_TICKERS("tickstock.prioritize.top-tickers"),
    PRIORITIZE_INDEX_FUNDS("tickstock.prioritize.index-funds"),

    WORK_WORKERS_MIN("tickstock.work.workers-min"),
    WORK_WORKERS_MAX("tickstock.work.workers-max"),
    WORK_BATCH("tickstock.work.batch"),
    WORK_SCALING_DEPTH("tickstock.work.scaling-depth"),
    WORK_DISPLAY_CAPACITY("tickstock.work.display-capacity"),

    COLLECT_INTERVAL_MS("tickstock.collect.interval-ms"),
    COLLECT_LOG_CAPACITY("tickstock.collect.log-capacity"),
    COLLECT_MAX_PER_TYPE("tickstock.collect.max-per-type"),

    TRACE_TICKERS("tickstock.trace.tickers"),
    TRACE_CAPACITY("tickstock.trace.capacity"),

    JOURNAL_INTERVAL_MS("tickstock.journal.interval-ms"),
    JOURNAL_GROUP_SIZE("tickstock.journal.group-size"),
    JOURNAL_RETENTION_DAYS("tickstock.journal.retention-days"),
    JOURNAL_SPILL_MAX_BYTES("tickstock.journal.spill-max-bytes"),

    BAR_INTERVAL_MS("tickstock.bar.interval-ms"),
    BAR_HAND_OFF("tickstock.bar.hand-off"),
    BAR_PENDING_MAX("tickstock.bar.pending-max"),
    BAR_RETENTION_DAYS("tickstock.bar.retention-days"),
    BAR_ROLL_UP_RETENTION_DAYS("tickstock.bar.roll-up-retention-days"),
    BAR_RECOMPUTE_MINUTES("tickstock.bar.recompute-minutes"),
    BAR_LAST_TRADES("tickstock.bar.last-trades"),

    IMPORT_FOLDER("tickstock.import.folder"),
    IMPORT_AT_START("tickstock.import.at-start"),
    IMPORT_VENDOR_URL("tickstock.import.vendor-url"),
    IMPORT_VENDOR_PAUSE_MS("tickstock.import.vendor-pause-ms"),
    IMPORT_VOLUME_TOLERANCE_PCT("tickstock.import.volume-tolerance-pct"),

    END_OF_DAY_DELAY_MINUTES("tickstock.end-of-day.delay-minutes"),
    END_OF_DAY_COMPLETE_PCT("tickstock.end-of-day.complete-pct"),
    END_OF_DAY_UNIVERSES("tickstock.end-of-day.universes"),

    ACCOUNT_MAX_ATTEMPTS("tickstock.account.max-attempts"),
    ACCOUNT_LOCKOUT_MINUTES("tickstock.account.lockout-minutes"),
    ACCOUNT_MAX_LOCKOUTS("tickstock.account.max-lockouts"),
    ACCOUNT_SESSION_HOURS("tickstock.account.session-hours"),

    WEB_MAX_CONNECTIONS("tickstock.web.max-connections"),
    WEB_MAX_CONNECTIONS_PER_USER("tickstock.web.max-connections-per-user"),
    WEB_LOGIN_ATTEMPTS_PER_MINUTE("tickstock.web.login-attempts-per-minute"),
    WEB_TRUST_FORWARDED("tickstock.web.trust-forwarded");

    /** What all keys begin with. */
    static final String PREFIX = "tickstock.";

    private final String key;

    ConfigKey(String key) {
        this.key = key;
    }

    /** The key as configuration sources have it. */
    String key() {
        return key;
    }

    /** The environment variable that sets it, by MicroProfile Config's rules. */
    String variable() {
        return variableOf(key);
    }

    /** Whether its value must never be shown. */
    boolean isSecret() {
        return this == MASSIVE_KEY;
    }

    static String variableOf(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
