package org.tickstock.engine.state;

import org.tickstock.engine.market.Listing;
import org.tickstock.engine.market.SymbolTable;

/**
 * What the market state needs to know of a symbol beside its prices.
 *
 * <p>Units: USD.
 * <p>Errors: a symbol that is no ticker and a negative market capitalisation are refused.
 *
 * @param symbol ticker
 * @param name of the company or fund
 * @param sector empty where it is not known
 * @param industry empty where it is not known
 * @param marketCapUsd NaN where it is not known
 * @param etf whether it is an exchange-traded fund
 */
public record Instrument(
        String symbol, String name, String sector, String industry, double marketCapUsd, boolean etf) {

    /** Checks ticker and capitalisation. */
    public Instrument {
        if (!SymbolTable.isTicker(symbol)) {
            throw new IllegalArgumentException("instrument must have a ticker, was '" + symbol + "'");
        }
        if (marketCapUsd < 0) {
            throw new IllegalArgumentException("market capitalisation must be >= 0, was " + marketCapUsd
                    + " for " + symbol);
        }
    }

    /** A line of an exchange's list, and what its shares are worth together: NaN where that is not known. */
    public static Instrument of(Listing listing, double marketCapUsd) {
        return new Instrument(listing.symbol(), listing.name(), listing.sector(), listing.industry(), marketCapUsd,
                listing.etf());
    }

    /** Its size. */
    public CapClass capClass() {
        return CapClass.of(marketCapUsd);
    }
}
