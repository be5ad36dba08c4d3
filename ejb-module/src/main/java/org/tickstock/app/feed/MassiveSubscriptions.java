package org.tickstock.app.feed;

import org.tickstock.engine.market.SymbolTable;

/**
 * What has been asked of the vendor on this connection, and what comes next.
 *
 * <p>Thread: the connection loop.
 */
final class MassiveSubscriptions {

    private final MassiveSettings settings;
    private final SymbolTable symbols;
    private int asked;

    MassiveSubscriptions(MassiveSettings settings, SymbolTable symbols) {
        this.settings = settings;
        this.symbols = symbols;
    }

    /** A new connection knows of no subscription. */
    void forget() {
        asked = 0;
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

    /** The message for the next chunk of symbols, which count as asked for from now on. */
    String next() {
        int end = Math.min(limit(), asked + settings.symbolsPerChunk());
        StringBuilder message = new StringBuilder("{\"action\":\"subscribe\",\"params\":\"");
        String separator = "";
        for (; asked < end; asked++) {
            for (String channel : settings.channels()) {
                message.append(separator).append(channel).append('.').append(symbols.tickerOf(asked));
                separator = ",";
            }
        }
        return message.append("\"}").toString();
    }

    private int limit() {
        return Math.min(symbols.size(), settings.maxSymbols());
    }
}
