package org.tickstock.engine.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tickstock.engine.indicator.PriceBar;
import org.tickstock.engine.universe.Universe;

/** A market small enough to be worked out on paper. Its days are 1, 2, 3 …; every bar trades 1,000 shares. */
final class TinyMarket {

    static final double SHARES = 1_000;

    private final List<Instrument> instruments = new ArrayList<>();
    private final Map<String, DailyHistory> histories = new HashMap<>();

    TinyMarket symbol(String symbol, double... closes) {
        return symbol(symbol, "", Double.NaN, closes);
    }

    TinyMarket symbol(String symbol, String sector, double capUsd, double... closes) {
        DailyHistory.Builder bars = new DailyHistory.Builder();
        for (int day = 0; day < closes.length; day++) {
            bars.add(1 + day, bar(closes[day]));
        }
        return symbol(symbol, sector, capUsd, bars.build());
    }

    TinyMarket symbol(String symbol, String sector, double capUsd, DailyHistory bars) {
        instruments.add(new Instrument(symbol, symbol + " Inc.", sector, "", capUsd, false));
        histories.put(symbol, bars);
        return this;
    }

    MarketState market() {
        MarketState market = new MarketState(instruments, histories);
        market.universes(List.of(new Universe("all", "All", instruments.stream().map(Instrument::symbol).toList())));
        return market;
    }

    /** After the close. */
    UniverseState closed() {
        return market().refresh(StateMoment.closed(0)).universe("all").orElseThrow();
    }

    /** A bar that stands at one price, one dollar wide. */
    static PriceBar bar(double close) {
        return new PriceBar(close, close + 0.5, close - 0.5, close, SHARES);
    }

    static PriceBar bar(double close, double shares) {
        return new PriceBar(close, close + 0.5, close - 0.5, close, shares);
    }

    /** So many closes at one price. */
    static double[] flat(int bars, double close) {
        double[] closes = new double[bars];
        Arrays.fill(closes, close);
        return closes;
    }

    /** These, and then those. */
    static double[] then(double[] closes, double... more) {
        double[] all = Arrays.copyOf(closes, closes.length + more.length);
        System.arraycopy(more, 0, all, closes.length, more.length);
        return all;
    }

    static Standing find(UniverseState universe, String symbol) {
        return universe.standings().stream().filter(standing -> standing.symbol().equals(symbol)).findFirst()
                .orElseThrow();
    }
}
