package org.tickstock.app.feed;

import org.tickstock.engine.feed.FeedListener;
import org.tickstock.engine.market.SymbolTable;

/**
 * The vendor's frames made ticks, as the live feed does it, without the socket.
 *
 * <p>Thread: belongs to one.
 */
public final class OpenDecoder {

    private final MassiveMessageDecoder decoder;

    /** A decoder over these symbols. */
    public OpenDecoder(SymbolTable symbols) {
        decoder = new MassiveMessageDecoder(symbols);
    }

    /** Reads one frame that arrived at {@code arrivalNs}. */
    public void decode(char[] frame, long arrivalNs, FeedListener listener) {
        decoder.decode(frame, frame.length, arrivalNs, listener, (status, message) -> { });
    }
}
