package org.tickstock.app.trace;

import java.util.List;

/**
 * Somebody wants to trace what is no ticker.
 */
public class UnknownTickersException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> tickers;

    /** Names them. */
    public UnknownTickersException(List<String> tickers) {
        super("tickers must be known, were not: " + tickers);
        this.tickers = List.copyOf(tickers);
    }

    /** What is not known. */
    public List<String> tickers() {
        return tickers;
    }
}
