package org.tickstock.engine.universe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.tickstock.engine.market.Listing;
import org.tickstock.engine.market.ReferenceData;

/**
 * The universes that every installation starts with: the S&P 500, its sectors, the exchanges, funds and a few short
 * lists.
 *
 * <p>Thread: stateless.
 */
public final class StandardUniverses {

    private static final List<String> SECTORS = List.of(
            "Communication Services", "Consumer Discretionary", "Consumer Staples", "Energy", "Financials",
            "Health Care", "Industrials", "Information Technology", "Materials", "Real Estate", "Utilities");

    private StandardUniverses() {
    }

    /** All of them, each in a fixed order of tickers. */
    public static List<Universe> of(ReferenceData reference) {
        List<Universe> universes = new ArrayList<>();
        universes.add(new Universe("sp500", "S&P 500", tickers(reference.sp500(), listing -> true)));
        for (String sector : SECTORS) {
            universes.add(new Universe(sectorName(sector), sector,
                    tickers(reference.listings(), listing -> listing.sector().equals(sector))));
        }
        universes.add(listed(reference, "etf", "Exchange-traded funds", Listing::etf));
        universes.add(listed(reference, "nasdaq", "Nasdaq", listing -> listing.exchange().equals("NASDAQ")));
        universes.add(listed(reference, "nyse", "New York Stock Exchange",
                listing -> listing.exchange().equals("NYSE")));
        universes.add(listed(reference, "all_stocks", "All stocks", listing -> !listing.etf()));
        universes.add(new Universe("index_etf", "Index funds", List.of("SPY", "QQQ", "IWM", "DIA")));
        universes.add(new Universe("mega_tech", "Mega-cap technology",
                List.of("AAPL", "MSFT", "GOOGL", "AMZN", "NVDA", "META", "TSLA")));
        return List.copyOf(universes);
    }

    /** The name of the universe of a GICS sector: {@code sector_health_care}. */
    public static String sectorName(String sector) {
        return "sector_" + sector.toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    private static Universe listed(ReferenceData reference, String name, String title, Predicate<Listing> member) {
        return new Universe(name, title, tickers(reference.listings(), member));
    }

    private static List<String> tickers(Iterable<Listing> listings, Predicate<Listing> member) {
        List<String> tickers = new ArrayList<>();
        for (Listing listing : listings) {
            if (member.test(listing)) {
                tickers.add(listing.symbol());
            }
        }
        tickers.sort(null);
        return tickers;
    }
}
