package org.tickstock.engine.feed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.tickstock.engine.market.Listing;
import org.tickstock.engine.market.ReferenceData;

/**
 * Who trades in the synthetic market, the most active first, and how each of them moves.
 *
 * <p>Tickers and sectors are real; start prices and volatilities are plausible inventions.
 * <p>Thread: immutable.
 * <p>Units: annual volatility as a fraction, prices in USD.
 */
final class SyntheticRoster {

    /** Level of the sector factor for who has no sector. */
    static final int NO_SECTOR = 0;

    private static final Map<String, Double> LEADERS = leaders();
    private static final List<String> SECTORS = List.of("", "Communication Services", "Consumer Discretionary",
            "Consumer Staples", "Energy", "Financials", "Health Care", "Industrials", "Information Technology",
            "Materials", "Real Estate", "Utilities");
    private static final double[] SECTOR_SIGMA = {
        0.40, 0.26, 0.28, 0.16, 0.26, 0.22, 0.24, 0.23, 0.29, 0.24, 0.20, 0.16};
    private static final double FUND_SIGMA = 0.05;
    private static final Pattern NO_STOCK = Pattern.compile(
            "\\b(warrants?|rights?|units?|preferred|notes?|debentures?|etn)\\b|Acquisition", Pattern.CASE_INSENSITIVE);

    /** One of them. */
    record Member(String ticker, int sector, double sigma, double beta, double startUsd) {
    }

    private final List<Member> members;

    private SyntheticRoster(List<Member> members) {
        this.members = List.copyOf(members);
    }

    /** The first {@code count} of index funds, big names, the S&P 500, then other stocks and funds. */
    static SyntheticRoster of(ReferenceData reference, long seed, int count) {
        Set<String> tickers = new LinkedHashSet<>();
        LEADERS.keySet().stream().filter(ticker -> reference.listing(ticker).isPresent()).forEach(tickers::add);
        shuffled(reference.sp500(), seed).forEach(tickers::add);
        shuffled(reference.listings().stream().filter(SyntheticRoster::isTraded).toList(), seed).forEach(tickers::add);
        return new SyntheticRoster(tickers.stream().limit(count)
                .map(ticker -> member(reference.listing(ticker).orElseThrow(), seed)).toList());
    }

    List<Member> members() {
        return members;
    }

    List<String> tickers() {
        return members.stream().map(Member::ticker).toList();
    }

    static int sectorCount() {
        return SECTORS.size();
    }

    /** A stock or fund of a plain ticker: no warrants, units, preferred shares or notes. */
    private static boolean isTraded(Listing listing) {
        boolean plain = listing.symbol().length() <= 4 && listing.symbol().chars().allMatch(c -> c >= 'A' && c <= 'Z');
        return plain && (listing.etf() || !NO_STOCK.matcher(listing.name()).find());
    }

    /** In an order that the seed gives, so that activity does not follow the alphabet. */
    private static List<String> shuffled(List<Listing> listings, long seed) {
        Map<String, Long> keys = new TreeMap<>();
        listings.forEach(listing ->
                keys.put(listing.symbol(), SeededRandom.of(seed, "rank " + listing.symbol()).nextLong()));
        List<String> order = new ArrayList<>(keys.keySet());
        order.sort(Comparator.comparing(keys::get));
        return order;
    }

    private static Member member(Listing listing, long seed) {
        SeededRandom random = SeededRandom.of(seed, "member " + listing.symbol());
        int sector = Math.max(NO_SECTOR, SECTORS.indexOf(listing.sector()));
        double sigma = (listing.etf() ? FUND_SIGMA : SECTOR_SIGMA[sector]) * random.between(0.8, 1.25);
        double beta = listing.etf() ? 1 : random.between(0.6, 1.4);
        return new Member(listing.symbol(), sector, sigma, beta, startUsd(listing, sector, random));
    }

    private static double startUsd(Listing listing, int sector, SeededRandom random) {
        Double leader = LEADERS.get(listing.symbol());
        if (leader != null) {
            return leader * random.between(0.9, 1.1);
        }
        double median = listing.etf() ? 45 : sector == NO_SECTOR ? 16 : 110;
        double spread = listing.etf() ? 0.5 : sector == NO_SECTOR ? 0.9 : 0.7;
        return Math.min(3_000, Math.max(0.8, median * StrictMath.exp(spread * random.gaussian())));
    }

    private static Map<String, Double> leaders() {
        Map<String, Double> prices = new LinkedHashMap<>();
        prices.put("SPY", 600.0);
        prices.put("QQQ", 520.0);
        prices.put("AAPL", 220.0);
        prices.put("NVDA", 150.0);
        prices.put("TSLA", 300.0);
        prices.put("IWM", 220.0);
        prices.put("MSFT", 450.0);
        prices.put("AMZN", 210.0);
        prices.put("META", 650.0);
        prices.put("GOOGL", 180.0);
        prices.put("DIA", 430.0);
        return prices;
    }
}
