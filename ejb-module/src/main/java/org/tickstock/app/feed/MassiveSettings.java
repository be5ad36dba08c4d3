package org.tickstock.app.feed;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the live feed is told: where the vendor is, who we are, and how patient to be.
 *
 * <p>{@link #toString} and {@link #masked} never show the key.
 * <p>Units: milliseconds where the name says so.
 * <p>Errors: a value out of range is refused at construction, with its configuration key.
 *
 * @param url address of the vendor's stock stream
 * @param key the vendor's API key
 * @param channels what to subscribe for every symbol: T trades, A second aggregates, AM minute aggregates
 * @param symbolsPerChunk symbols in one subscribe message
 * @param chunkPauseMs pause between two subscribe messages
 * @param maxSubscriptions most pairs of channel and symbol to ask for
 * @param reconnectFirstMs delay before the first attempt to reconnect; it doubles from there
 * @param reconnectMaxMs longest delay between two attempts
 * @param idleMs silence in the regular session after which the connection counts as lost
 * @param pingMs time between two pings
 */
public record MassiveSettings(
        String url, String key, List<String> channels, int symbolsPerChunk, long chunkPauseMs, int maxSubscriptions,
        long reconnectFirstMs, long reconnectMaxMs, long idleMs, long pingMs) {

    /** The vendor's real-time stream; its delayed one is at {@code wss://delayed.massive.com/stocks}. */
    public static final String DEFAULT_URL = "wss://socket.massive.com/stocks";

    private static final String PREFIX = "tickstock.feed.massive.";
    private static final List<String> KNOWN_CHANNELS = List.of("T", "A", "AM");
    private static final Pattern KEY = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

    /** Checks every value. */
    public MassiveSettings {
        if (key == null || key.isBlank()) {
            throw new IllegalArgumentException(PREFIX + "key must be set when tickstock.feed.provider is massive, "
                + "was empty; set it, or choose the synthetic provider");
        }
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException(PREFIX
                + "key must be printable ASCII without spaces, quotes and backslashes, was not (it is not shown)");
        }
        requireUrl(url);
        channels = List.copyOf(channels);
        if (channels.isEmpty() || !KNOWN_CHANNELS.containsAll(channels)
                || channels.stream().distinct().count() != channels.size()) {
            throw new IllegalArgumentException(PREFIX + "channels must be one or more of T, A, AM, each once, was "
                + channels);
        }
        requireRange("symbols-per-chunk", symbolsPerChunk, 1, 10_000);
        requireRange("chunk-pause-ms", chunkPauseMs, 0, 60_000);
        requireRange("max-subscriptions", maxSubscriptions, channels.size(), 100_000);
        requireRange("reconnect-first-ms", reconnectFirstMs, 1, 3_600_000);
        requireRange("reconnect-max-ms", reconnectMaxMs, reconnectFirstMs, 3_600_000);
        requireRange("idle-ms", idleMs, 1_000, 3_600_000);
        requireRange("ping-ms", pingMs, 1_000, 3_600_000);
    }

    /** The defaults for this key: trades of up to 5,000 symbols from {@link #DEFAULT_URL}. */
    public static MassiveSettings defaults(String key) {
        return new MassiveSettings(DEFAULT_URL, key, List.of("T"), 500, 200, 5_000, 5_000, 60_000, 60_000, 30_000);
    }

    /** Most symbols that fit into {@link #maxSubscriptions}. */
    public int maxSymbols() {
        return maxSubscriptions / channels.size();
    }

    /** {@code text} with the key blotted out, should a vendor's message ever echo it. */
    public String masked(String text) {
        return text.replace(key, "***");
    }

    @Override
    public String toString() {
        return "MassiveSettings[url=" + masked(url) + ", key=***, channels=" + channels
            + ", symbolsPerChunk=" + symbolsPerChunk + ", chunkPauseMs=" + chunkPauseMs
            + ", maxSubscriptions=" + maxSubscriptions + ", reconnectFirstMs=" + reconnectFirstMs
            + ", reconnectMaxMs=" + reconnectMaxMs + ", idleMs=" + idleMs + ", pingMs=" + pingMs + "]";
    }

    private static void requireUrl(String url) {
        URI address;
        try {
            address = URI.create(url);
        } catch (IllegalArgumentException | NullPointerException notAnAddress) {
            throw new IllegalArgumentException(PREFIX + "url must be a ws or wss address, was " + url, notAnAddress);
        }
        boolean webSocket = "wss".equalsIgnoreCase(address.getScheme()) || "ws".equalsIgnoreCase(address.getScheme());
        if (!webSocket || address.getHost() == null || address.getFragment() != null) {
            throw new IllegalArgumentException(PREFIX + "url must be a ws or wss address, was " + url);
        }
    }

    private static void requireRange(String name, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(PREFIX + name + " must be " + min + " to " + max + ", was " + value);
        }
    }
}
