package org.tickstock.app.feed;

import java.util.List;
import org.tickstock.engine.market.SymbolTable;

/**
 * What has been asked of the vendor on this connection, and what comes next.
 *
 * <p>Thread: the connection loop.
 */
final class MassiveSubscriptions {

    private static final String TRADES = "T";
    private static final String BANDS = "LULD";

    private final MassiveSettings settings;
    private final SymbolTable symbols;
    private int asked;
    private int bandsAsked;

    MassiveSubscriptions(MassiveSettings settings, SymbolTable symbols) {
        this.settings = settings;
        this.symbols = symbols;
    }

    /** A new connection knows of no subscription. */
    void forget() {
        asked = 0;
        bandsAsked = 0;
    }

    /** Whether every symbol that may be asked for has been. */
    boolean isComplete() {
        return asked >= limit();
    }

    /** How many symbols have been asked for. */
    int asked() {
        return asked;
    }

    /** How many symbols are in the table but beyond what may be asked for. */
    int leftOut() {
        return symbols.size() - limit();
    }

    /**
     * The message for the next chunk of symbols, which count as asked for from now on; null when none is left.
     *
     * <p>Once the feed is live the price bands of the symbols whose trades were asked for follow, in messages of their
     * own: a plan without bands costs the bands and not the trades.
     */
    String next(boolean live) {
        if (!isComplete()) {
            int from = asked;
            asked = endOfChunk(from, limit());
            return message(settings.channels(), from, asked);
        }
        if (!live || bandsAsked == asked || !settings.channels().contains(TRADES)) {
            return null;
        }
        int from = bandsAsked;
        bandsAsked = endOfChunk(from, asked);
        return message(List.of(BANDS), from, bandsAsked);
    }

    private int endOfChunk(int from, int limit) {
        return Math.min(limit, from + settings.symbolsPerChunk());
    }

    private String message(List<String> channels, int from, int to) {
        StringBuilder message = new StringBuilder("{\"action\":\"subscribe\",\"params\":\"");
        String separator = "";
        for (int symbol = from; symbol < to; symbol++) {
            for (String channel : channels) {
                message.append(separator).append(channel).append('.').append(symbols.tickerOf(symbol));
                separator = ",";
            }
        }
        return message.append("\"}").toString();
    }

    private int limit() {
        return Math.min(symbols.size(), settings.maxSymbols());
    }
}
