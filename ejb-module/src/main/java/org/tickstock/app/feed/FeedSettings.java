package org.tickstock.app.feed;

import org.tickstock.engine.feed.ReplaySettings;
import org.tickstock.engine.feed.SyntheticSettings;

/**
 * Which feed runs, and what it is told; the settings of the feeds that were not chosen are null.
 *
 * @param provider which one
 * @param synthetic what the synthetic market is told, or null
 * @param replay what the replay is told, or null
 * @param massive what the live feed is told, or null
 */
public record FeedSettings(
        Provider provider, SyntheticSettings synthetic, ReplaySettings replay, MassiveSettings massive) {

    /** Where ticks come from. */
    public enum Provider {
        /** A seeded market of our own. */
        SYNTHETIC("synthetic"),
        /** Recorded tapes. */
        REPLAY("replay"),
        /** The live vendor. */
        MASSIVE("massive");

        private final String wireName;

        Provider(String wireName) {
            this.wireName = wireName;
        }

        /** The name in configuration and on the wire. */
        public String wireName() {
            return wireName;
        }
    }

    /** The settings of the chosen feed must be there. */
    public FeedSettings {
        Object chosen = switch (provider) {
            case SYNTHETIC -> synthetic;
            case REPLAY -> replay;
            case MASSIVE -> massive;
        };
        if (chosen == null) {
            throw new IllegalArgumentException("settings of the chosen feed must be given, were not for " + provider);
        }
    }

    /** The synthetic market. */
    public static FeedSettings of(SyntheticSettings settings) {
        return new FeedSettings(Provider.SYNTHETIC, settings, null, null);
    }

    /** Recorded tapes. */
    public static FeedSettings of(ReplaySettings settings) {
        return new FeedSettings(Provider.REPLAY, null, settings, null);
    }

    /** The live vendor. */
    public static FeedSettings of(MassiveSettings settings) {
        return new FeedSettings(Provider.MASSIVE, null, null, settings);
    }
}
