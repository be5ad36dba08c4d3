package org.tickstock.app.config;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tickstock.app.feed.FeedSettings;
import org.tickstock.app.feed.FeedSettings.Provider;
import org.tickstock.app.feed.MassiveSettings;
import org.tickstock.engine.feed.ReplaySettings;
import org.tickstock.engine.feed.SyntheticSettings;
import org.tickstock.engine.market.MarketSession;

/**
 * Reads which feed runs and what it is told. The values of the others are checked as well.
 *
 * <p>Thread: stateless.
 */
final class FeedConfig {

    private static final List<String> PROVIDERS = Arrays.stream(Provider.values()).map(Provider::wireName).toList();
    private static final List<String> BEGINNINGS = List.of(MarketSession.REGULAR.name(), MarketSession.PRE.name());
    /** Stands for what only the chosen feed must have, so that the other values can be checked. */
    private static final String NOT_CHOSEN = "not-chosen";

    private FeedConfig() {
    }

    static Optional<FeedSettings> feed(ConfigReader reader) {
        Provider provider = provider(reader);
        Optional<SyntheticSettings> synthetic = synthetic(reader);
        Optional<ReplaySettings> replay = replay(reader, provider == Provider.REPLAY);
        Optional<MassiveSettings> massive = massive(reader, provider == Provider.MASSIVE);
        return switch (provider) {
            case SYNTHETIC -> synthetic.map(FeedSettings::of);
            case REPLAY -> replay.map(FeedSettings::of);
            case MASSIVE -> massive.map(FeedSettings::of);
        };
    }

    /** Whether ticks may wait for room: all but the live market's can. */
    static boolean mayWait(ConfigReader reader) {
        return !Provider.MASSIVE.wireName().equals(reader.text(ConfigKey.FEED_PROVIDER));
    }

    private static Provider provider(ConfigReader reader) {
        return Provider.values()[PROVIDERS.indexOf(reader.oneOf(ConfigKey.FEED_PROVIDER, PROVIDERS))];
    }

    private static Optional<SyntheticSettings> synthetic(ConfigReader reader) {
        return reader.build(() -> new SyntheticSettings(
            reader.longWhole(ConfigKey.SYNTHETIC_SEED),
            reader.whole(ConfigKey.SYNTHETIC_TICKERS),
            reader.whole(ConfigKey.SYNTHETIC_TICKS_PER_SECOND),
            reader.number(ConfigKey.SYNTHETIC_SPEED),
            reader.whole(ConfigKey.SYNTHETIC_WARM_UP_MINUTES),
            MarketSession.valueOf(reader.oneOf(ConfigKey.SYNTHETIC_OPEN_AT, BEGINNINGS)),
            reader.date(ConfigKey.SYNTHETIC_TRADE_DATE)));
    }

    private static Optional<ReplaySettings> replay(ConfigReader reader, boolean chosen) {
        List<String> files = reader.list(ConfigKey.REPLAY_FILES);
        List<String> named = chosen || !files.isEmpty() ? files : List.of(NOT_CHOSEN);
        double speed = reader.parsed(ConfigKey.REPLAY_SPEED, ReplaySettings::speedOf, 1.0);
        return reader.build(() -> new ReplaySettings(named.stream().map(Path::of).toList(), speed));
    }

    private static Optional<MassiveSettings> massive(ConfigReader reader, boolean chosen) {
        String key = reader.text(ConfigKey.MASSIVE_KEY);
        return reader.build(() -> new MassiveSettings(
            reader.text(ConfigKey.MASSIVE_URL),
            chosen || !key.isEmpty() ? key : NOT_CHOSEN,
            reader.list(ConfigKey.MASSIVE_CHANNELS),
            reader.whole(ConfigKey.MASSIVE_SYMBOLS_PER_CHUNK),
            reader.longWhole(ConfigKey.MASSIVE_CHUNK_PAUSE_MS),
            reader.whole(ConfigKey.MASSIVE_MAX_SUBSCRIPTIONS),
            reader.longWhole(ConfigKey.MASSIVE_RECONNECT_FIRST_MS),
            reader.longWhole(ConfigKey.MASSIVE_RECONNECT_MAX_MS),
            reader.longWhole(ConfigKey.MASSIVE_IDLE_MS),
            reader.longWhole(ConfigKey.MASSIVE_PING_MS)));
    }
}
