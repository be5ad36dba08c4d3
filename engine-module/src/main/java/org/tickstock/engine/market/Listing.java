package org.tickstock.engine.market;

/**
 * One line of an exchange's list.
 *
 * @param symbol ticker as the vendor spells it: {@code BRK.B}, {@code BACpL}, {@code FLYX.WS}
 * @param name of the company or fund
 * @param exchange NASDAQ, NYSE, ARCA, BATS or AMEX; empty where it is not known
 * @param etf whether it is an exchange-traded fund
 * @param sector GICS sector, empty where it is not known
 * @param industry GICS sub-industry, empty where it is not known
 */
public record Listing(String symbol, String name, String exchange, boolean etf, String sector, String industry) {

    /** A listing must carry a well-formed ticker. */
    public Listing {
        if (!SymbolTable.isTicker(symbol)) {
            throw new IllegalArgumentException("listing must have a ticker, was '" + symbol + "'");
        }
    }
}
